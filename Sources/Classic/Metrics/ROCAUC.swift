import Learning

/// The area under the receiver operating characteristic: the probability that a row whose label is true has a higher
/// score than one whose label is false, equal scores counting half.
///
///     try rocAUC(of: [0.9, 0.4, 0.4, 0.1], labels: [true, true, false, false])    // 3.5 of 4 pairs: 0.875
///
/// 1 where all true rows are above all false ones, 0.5 where scores say nothing, below where they say the opposite.
/// Only the order of the scores matters, so they may be probabilities, log-odds, distances or ranks.
///
/// It is the Mann-Whitney statistic U divided by the number of pairs, counted after one radix sort and exact without
/// weights while there are fewer than 2⁵² pairs.
///
/// - Parameters:
///   - scores: n finite numbers, higher where a model thinks it more probable that the label is true. In place of an
///     infinite one give the largest finite number: only the order counts.
///   - labels: n of them, one true and one false at least: `y.map { $0 == "ill" }`.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly`, what is wrong with
///   the weights.
/// - Complexity: O(n), on all threads.
///
/// Source: Hanley and McNeil, The meaning and use of the area under a receiver operating characteristic curve,
/// Radiology 143(1), 1982, doi:10.1148/radiology.143.1.7063747.
public func rocAUC(
  of scores: [Double], labels: [Bool], weights: [Double]? = nil
) throws(LearningError) -> Double {
  try RankedScores("an ROC curve", scores: scores, labels: labels, weights: weights).areaUnderCurve
}
