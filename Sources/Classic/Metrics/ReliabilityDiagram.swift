import Learning

/// How often what has a probability comes true: a model is calibrated if it does in 70 % of the cases of 0.7.
///
///     let diagram = try ReliabilityDiagram(of: probabilities, labels: y.map { $0 == "ill" })
///     for bin in diagram.bins { print(bin.meanProbability, bin.observedShare) }
///     diagram.expectedCalibrationError
///
/// Rows are gathered in bins b of weight wᵦ, mean probability pᵦ and share of true rows oᵦ. With W the weight and o the
/// share of true rows of all:
///
/// - expected calibration error: Σ wᵦ/W |pᵦ - oᵦ|;
/// - reliability Σ wᵦ/W (pᵦ - oᵦ)², resolution Σ wᵦ/W (oᵦ - o)², uncertainty o (1 - o).
///
/// Brier score = reliability - resolution + uncertainty where all rows of a bin have the same probability, as with
/// `.distinctValues`; in wider bins the two differ by what varies within them.
///
/// **The numbers depend on the bins**: more of them find more of the error, and more of the noise. Compare models by
/// the same bins.
///
/// Source: Murphy, A new vector partition of the probability score, Journal of Applied Meteorology 12(4), 1973,
/// doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2; Naeini, Cooper and Hauskrecht, Obtaining well calibrated
/// probabilities using Bayesian binning, AAAI 2015.
public struct ReliabilityDiagram: Hashable, Sendable {
  /// The rows whose probabilities are close to each other.
  public struct Bin: Hashable, Sendable {
    /// The interval: its edges for `.equalWidth`, the smallest and the largest probability there otherwise.
    public let lower, upper: Double
    /// The weight of its rows; above zero.
    public let weight: Double
    /// The mean probability of its rows.
    public let meanProbability: Double
    /// The share of its rows that is true.
    public let observedShare: Double
  }

  /// The bins that hold rows, in ascending order.
  public let bins: [Bin]

  /// Gathers rows.
  ///
  /// - Parameters:
  ///   - probabilities: n numbers from 0 to 1.
  ///   - labels: n of them.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - bins: ten of equal width by default, as is usual.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, `.invalidOption` for fewer than one
  ///   bin, what is wrong with the weights.
  /// - Complexity: O(n log n).
  public init(
    of probabilities: [Double], labels: [Bool], weights: [Double]? = nil, bins: ReliabilityBins = .equalWidth(10)
  ) throws(LearningError) {
    let rows = try JudgedRows(
      "a reliability diagram", probabilities: probabilities, labels: labels, weights: weights)
    var groups: [ProbabilityGroup] = []
    for row in probabilities.indices.sorted(by: { probabilities[$0] < probabilities[$1] }) where rows.weight(row) > 0 {
      let group = ProbabilityGroup(
        probability: min(probabilities[row], 1), isTrue: labels[row], weight: rows.weight(row))
      if groups.last?.upper == group.upper {
        groups[groups.count - 1].add(group)
      } else {
        groups.append(group)
      }
    }
    self.bins = try bins.gather(groups)
  }

  /// The mean distance between probability and share, weighted by the bins' weights: from 0 to 1.
  public var expectedCalibrationError: Double { mean { abs($0.meanProbability - $0.observedShare) } }

  /// The largest distance between probability and share.
  public var maximumCalibrationError: Double {
    bins.reduce(0) { max($0, abs($1.meanProbability - $1.observedShare)) }
  }

  /// The mean squared distance between probability and share: what calibration could take off the Brier score.
  public var reliability: Double {
    mean { ($0.meanProbability - $0.observedShare) * ($0.meanProbability - $0.observedShare) }
  }

  /// The mean squared distance between the shares and that of all rows: how far the model tells rows apart.
  public var resolution: Double {
    let share = mean(\.observedShare)
    return mean { ($0.observedShare - share) * ($0.observedShare - share) }
  }

  /// The Brier score of the share of all rows, o (1 - o): what has nothing to do with the model.
  public var uncertainty: Double {
    let share = mean(\.observedShare)
    return share * (1 - share)
  }

  private func mean(_ value: (Bin) -> Double) -> Double {
    let total = bins.reduce(0) { $0 + $1.weight }
    return bins.reduce(0) { $0 + $1.weight / total * value($1) }
  }
}
