import Learning
import LinearAlgebra

/// Scores from the highest to the lowest, with what is true and what is false at each.
struct RankedScores {
  /// The rows of one score.
  struct Tie {
    let score: Double
    /// The weight of the rows whose label is true, in the unit of all ``RankedScores/positives``.
    var positives = 0.0
    /// The weight of the rows whose label is false, in the unit of all ``RankedScores/negatives``.
    var negatives = 0.0
  }

  private let trueRows, falseRows: RankedClass
  /// Powers of two, so that no product of weights overflows and nothing is rounded.
  private var (positiveUnit, negativeUnit) = (1.0, 1.0)
  /// The weight of all rows whose label is true, from 1 to 2.
  private(set) var positives = 0.0
  /// The weight of all rows whose label is false, from 1 to 2, in a unit of its own.
  private(set) var negatives = 0.0

  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite` for a score, `.oneClassOnly`, what is
  ///   wrong with the weights.
  /// - Complexity: O(n): a radix sort of each class, on two threads.
  init(
    _ measure: String = "an ROC curve", _ scores: [Double], labels: [Bool], weights: [Double]?
  ) throws(LearningError) {
    let rows = try JudgedRows(measure, scores: scores, labels: labels, weights: weights)
    let classes = parallelMap(2) { index in
      Self.rank(scores, where: labels, are: index == 0, weights: weights)
    }
    (trueRows, falseRows) = (classes[0], classes[1])
    addUp(rows.isUnweighted)
    guard positives > 0, negatives > 0 else { throw .oneClassOnly(label: "\(positives > 0)") }
    (positiveUnit, negativeUnit) = (positives.binade, negatives.binade)
    positives /= positiveUnit
    negatives /= negativeUnit
  }

  private static func rank(
    _ scores: [Double], where labels: [Bool], are label: Bool, weights: [Double]?
  ) -> RankedClass {
    guard let weights else {
      return RankedClass(sorting: zip(scores, labels).compactMap { $1 == label ? UInt64(ordering: $0) : nil })
    }
    return RankedClass(
      sorting: scores.indices.compactMap { row in
        labels[row] == label && weights[row] > 0
          ? RankedClass.WeightedKey(sortKey: UInt64(ordering: scores[row]), weight: weights[row]) : nil
      })
  }
}
