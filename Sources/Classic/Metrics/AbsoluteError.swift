import Learning
import Stats

/// The mean of |prediction - target|.
///
///     try meanAbsoluteError(of: [2.5, 0, 2], targets: [3, -0.5, 2])    // (0.5 + 0.5 + 0) / 3
///
/// From 0, in the unit of the targets; smallest on average for the conditional median, and less moved by a few large
/// errors than ``rootMeanSquaredError(of:targets:weights:)``.
///
/// - Parameters:
///   - predictions: n finite numbers.
///   - targets: what they should have been; n finite numbers.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, what is wrong with the weights.
/// - Complexity: O(n).
public func meanAbsoluteError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  try JudgedRows("the mean absolute error", predictions: predictions, targets: targets, weights: weights)
    .mean { abs(predictions[$0] - targets[$0]) }
}

/// The median of |prediction - target|: half of the errors are smaller. How large the others are does not matter.
///
/// The midpoint of the two middle errors where their number is even. Parameters and errors are those of
/// ``meanAbsoluteError(of:targets:weights:)``; also `.valueNotFinite` where a difference overflows.
///
/// - Complexity: O(n) expected.
public func medianAbsoluteError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  _ = try JudgedRows("the median absolute error", predictions: predictions, targets: targets, weights: weights)
  return try zip(predictions, targets).map { abs($0 - $1) }.median(weights: weights)
}

/// The largest |prediction - target| of a row that has a weight.
///
/// Parameters, errors and complexity are those of ``meanAbsoluteError(of:targets:weights:)``.
public func maximumError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("the largest error", predictions: predictions, targets: targets, weights: weights)
  return predictions.indices.reduce(0) { largest, row in
    rows.weight(row) > 0 ? max(largest, abs(predictions[row] - targets[row])) : largest
  }
}

/// The mean of |prediction - target| / |target|: 0.1 is 10 %.
///
/// It prefers predictions that are too small, whose error is 1 at most. Parameters and complexity are those of
/// ``meanAbsoluteError(of:targets:weights:)``.
///
/// - Throws: what the mean absolute error throws, and `.undefined` where the target of a row that has a weight is 0.
///   scikit-learn divides by 2.2e-16 there.
public func meanAbsolutePercentageError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows(
    "the mean absolute percentage error", predictions: predictions, targets: targets, weights: weights)
  if let row = targets.indices.first(where: { targets[$0] == 0 && rows.weight($0) > 0 }) {
    throw .undefined(
      "percentage error", reason: "the target at row \(row) is 0; leave out such rows, or take the absolute error")
  }
  return rows.mean { abs(predictions[$0] - targets[$0]) / abs(targets[$0]) }
}
