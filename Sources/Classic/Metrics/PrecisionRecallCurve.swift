import Learning

/// Precision and recall at each threshold of a score.
///
///     let curve = try PrecisionRecallCurve(of: scores, labels: y.map { $0 == "ill" })
///     for (recall, precision) in zip(curve.recalls, curve.precisions) { … }
///     curve.averagePrecision                         // what averagePrecision(of:labels:) gives
///     curve.thresholds                               // infinity, then the scores from the highest on
///
/// Point i takes a row for true if its score is `thresholds[i]` or higher. The first point takes none: its recall is 0,
/// and its precision is 1 by convention. There is a point for each different score of a row that counts.
///
/// Draw it as steps: precision between two points is not on the straight line.
///
/// Source: Davis and Goadrich, The relationship between precision-recall and ROC curves, ICML 2006,
/// doi:10.1145/1143844.1143874.
public struct PrecisionRecallCurve: Hashable, Sendable {
  /// The share of true rows among those taken for true at each point.
  public let precisions: [Double]
  /// The share of the true rows that is taken for true at each point; ascending.
  public let recalls: [Double]
  /// The lowest score that is taken for true at each point; descending from infinity.
  public let thresholds: [Double]
  /// The area under the steps: the same bits as ``averagePrecision(of:labels:weights:)``.
  public let averagePrecision: Double

  /// The curve of scores.
  ///
  /// - Parameters:
  ///   - scores: n finite numbers, higher where a model thinks it more probable that the label is true.
  ///   - labels: n of them, one true at least.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly` where no row is
  ///   true, what is wrong with the weights.
  /// - Complexity: O(n), on all threads.
  public init(of scores: [Double], labels: [Bool], weights: [Double]? = nil) throws(LearningError) {
    let ranked = try RankedScores(
      "a precision-recall curve", scores: scores, labels: labels, weights: weights, needsFalseRows: false)
    var (positives, negatives) = (0.0, 0.0)
    var (precisions, recalls, thresholds) = ([1.0], [0.0], [Double.infinity])
    ranked.forEachTie { tie in
      positives += tie.positives
      negatives += tie.negatives
      precisions.append(positives / (positives + negatives))
      recalls.append(positives / ranked.positives)
      thresholds.append(tie.score)
    }
    self.precisions = precisions
    self.recalls = recalls
    self.thresholds = thresholds
    averagePrecision = ranked.averagePrecision
  }
}
