import Learning

/// The coefficient of determination R²: 1 minus the mean squared error of the predictions over that of the targets'
/// mean.
///
///     try rSquared(of: [2.5, 0, 2, 8], targets: [3, -0.5, 2, 7])    // 0.9486
///
/// 1 where every prediction is right, 0 for the mean of these targets, below 0 for what is worse than that.
///
/// - Parameters:
///   - predictions: n finite numbers.
///   - targets: what they should have been; n finite numbers, not all equal.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.undefined` where the targets that
///   count are all equal (scikit-learn gives 1 or 0), what is wrong with the weights.
/// - Complexity: O(n).
public func rSquared(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("R²", predictions: predictions, targets: targets, weights: weights)
  let error = rows.mean { row in
    let distance = predictions[row] - targets[row]
    return distance * distance
  }
  return try 1 - error / rows.targetVariance(targets, for: "R²")
}

/// The explained variance: 1 minus the variance of the errors over that of the targets.
///
/// ``rSquared(of:targets:weights:)`` of predictions that are moved by one number so that their errors have mean 0: the
/// two differ where a model is biased. Parameters, errors and complexity are those of R².
public func explainedVariance(
  of predictions: [Double], targets: [Double], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("explained variance", predictions: predictions, targets: targets, weights: weights)
  let error = rows.variance { predictions[$0] - targets[$0] }
  return try 1 - error / rows.targetVariance(targets, for: "explained variance")
}

extension JudgedRows {
  fileprivate func targetVariance(_ targets: [Double], for measure: String) throws(LearningError) -> Double {
    let counted = targets.indices.lazy.filter { weight($0) > 0 }
    guard let first = counted.first, counted.contains(where: { targets[$0] != targets[first] }) else {
      throw .undefined(measure, reason: "all targets are equal, so that there is no variance to explain")
    }
    return variance { targets[$0] }
  }
}
