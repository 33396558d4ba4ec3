import Learning

/// The mean of (prediction - target)².
///
///     try meanSquaredError(of: [2.5, 0, 2], targets: [3, -0.5, 2])    // (0.25 + 0.25 + 0) / 3
///
/// From 0; smallest on average for the conditional mean. In the square of the targets' unit.
///
/// - Parameters:
///   - predictions: n finite numbers.
///   - targets: what they should have been; n finite numbers.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, what is wrong with the weights.
/// - Complexity: O(n).
public func meanSquaredError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows(
    "the mean squared error", predictions: predictions, targets: targets, weights: weights)
  return rows.mean { row in
    let error = predictions[row] - targets[row]
    return error * error
  }
}

/// The square root of ``meanSquaredError(of:targets:weights:)``, in the unit of the targets.
///
/// Parameters, errors and complexity are those of the mean squared error.
public func rootMeanSquaredError(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  try meanSquaredError(of: predictions, targets: targets, weights: weights).squareRoot()
}
