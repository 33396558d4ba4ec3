public import Learning

/// All cut-offs that a list of probabilities has, with what each would cost.
///
///     let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 10)
///     let table = try CutOffTable(of: probabilities, labels: y.map { $0 == "ill" }, costs: costs)
///     table.best.threshold                               // beside costs.calibratedCutOff()
///
/// The probabilities must be of rows that the model has not learned from, such as those of
/// ``CrossValidation/cutOffs(for:costs:)``.
public struct CutOffTable: Hashable, Sendable {
  /// One for each different probability of a row that counts, by descending thresholds, after the one from which on no
  /// row is positive.
  public let cutOffs: [CutOff]
  /// Among ``cutOffs``, of the lowest cost; the highest of several.
  public let bestIndex: Int

  public var best: CutOff { cutOffs[bestIndex] }

  /// - Parameters:
  ///   - probabilities: n finite numbers, higher where a row is more probably positive; other scores do as well.
  ///   - labels: whether each row is positive; one is and one is not, at least.
  ///   - weights: one for each row, zero or positive; nil for ones.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly`, what is wrong with
  ///   the weights; `.invalidOption` unless costs are finite and either mistake costs more than being right.
  /// - Complexity: O(n).
  public init(
    of probabilities: [Double], labels: [Bool], weights: [Double]? = nil, costs: MisclassificationCosts
  ) throws(LearningError) {
    try costs.requireSense()
    let ranked = try RankedScores("a table of cut-offs", scores: probabilities, labels: labels, weights: weights)
    var (positives, negatives) = (0.0, 0.0)
    var cutOffs = [CutOff(.infinity, of: ranked, positives: 0, negatives: 0, costs: costs)]
    ranked.forEachTie { tie in
      positives += tie.positives
      negatives += tie.negatives
      cutOffs.append(CutOff(tie.score, of: ranked, positives: positives, negatives: negatives, costs: costs))
    }
    var best = 0
    for index in cutOffs.indices where cutOffs[index].costPerRow < cutOffs[best].costPerRow { best = index }
    self.cutOffs = cutOffs
    bestIndex = best
  }

  /// What a threshold costs on these rows, whether it is one of theirs or lies between two.
  ///
  /// - Complexity: O(log n).
  public func costPerRow(at threshold: Double) -> Double {
    // The last cut-off that is not below the threshold takes the same rows.
    var (low, high) = (0, cutOffs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if cutOffs[middle].threshold >= threshold { low = middle } else { high = middle }
    }
    return cutOffs[low].costPerRow
  }
}

extension CutOff {
  /// - Parameters:
  ///   - positives: the weight of the positive rows that are taken for it.
  ///   - negatives: the weight of the others that are.
  fileprivate init(
    _ threshold: Double, of ranked: RankedScores, positives: Double, negatives: Double, costs: MisclassificationCosts
  ) {
    self.threshold = threshold
    truePositives = positives
    falsePositives = negatives
    trueNegatives = ranked.negatives - negatives
    falseNegatives = ranked.positives - positives
    // Shares first, which cannot overflow.
    let total = ranked.positives + ranked.negatives
    costPerRow =
      costs.truePositive * (truePositives / total) + costs.falsePositive * (falsePositives / total)
      + costs.trueNegative * (trueNegatives / total) + costs.falseNegative * (falseNegatives / total)
  }
}
