import Learning

/// The receiver operating characteristic: what a score finds, and what it takes for it by mistake, at each threshold.
///
///     let curve = try ROCCurve(of: scores, labels: y.map { $0 == "ill" })
///     for (fpr, tpr) in zip(curve.falsePositiveRates, curve.truePositiveRates) { … }
///     curve.area                                     // what rocAUC(of:labels:) gives
///     curve.thresholds                               // infinity, then the scores from the highest on
///
/// Point i takes a row for true if its score is `thresholds[i]` or higher. The first point takes none, (0, 0), the last
/// one all, (1, 1); straight lines between them are what equal scores give when they are split at random.
///
/// Source: Fawcett, An introduction to ROC analysis, Pattern Recognition Letters 27(8), 2006,
/// doi:10.1016/j.patrec.2005.10.010.
public struct ROCCurve: Hashable, Sendable {
  /// The share of the false rows that is taken for true at each point; ascending.
  public let falsePositiveRates: [Double]
  /// The share of the true rows that is taken for true at each point, also known as recall or sensitivity; ascending.
  public let truePositiveRates: [Double]
  /// The lowest score that is taken for true at each point; descending from infinity.
  public let thresholds: [Double]
  /// The area under the curve, by trapezoids: the same bits as ``rocAUC(of:labels:weights:)``, and the same whether
  /// collinear points are there or not.
  public let area: Double

  /// The curve of scores.
  ///
  /// - Parameters:
  ///   - scores: n finite numbers, higher where a model thinks it more probable that the label is true.
  ///   - labels: n of them, one true and one false at least.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - dropsCollinearPoints: whether points on the straight line between their neighbours are left out, true by
  ///     default: the curve is the same with far fewer points. Without it there is a point for each different score.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly`, what is wrong with
  ///   the weights.
  /// - Complexity: O(n), on all threads.
  public init(
    of scores: [Double], labels: [Bool], weights: [Double]? = nil, dropsCollinearPoints: Bool = true
  ) throws(LearningError) {
    let ranked = try RankedScores("an ROC curve", scores: scores, labels: labels, weights: weights)
    var (negatives, positives) = (0.0, 0.0)
    var (falsePositiveRates, truePositiveRates, thresholds) = ([0.0], [0.0], [Double.infinity])
    var previous: RankedScores.Tie?
    ranked.forEachTie { tie in
      negatives += tie.negatives
      positives += tie.positives
      let point = (negatives / ranked.negatives, positives / ranked.positives, tie.score)
      let step = ranked.scaled(tie)
      if dropsCollinearPoints, let previous, previous.isParallel(to: step) {
        // The last point was no corner.
        let last = thresholds.count - 1
        (falsePositiveRates[last], truePositiveRates[last], thresholds[last]) = point
      } else {
        falsePositiveRates.append(point.0)
        truePositiveRates.append(point.1)
        thresholds.append(point.2)
      }
      previous = step
    }
    self.falsePositiveRates = falsePositiveRates
    self.truePositiveRates = truePositiveRates
    self.thresholds = thresholds
    area = ranked.areaUnderCurve
  }
}

extension RankedScores.Tie {
  /// Whether the curve goes on in the same direction after this step as in it.
  fileprivate func isParallel(to next: Self) -> Bool {
    positives * next.negatives == next.positives * negatives
  }
}
