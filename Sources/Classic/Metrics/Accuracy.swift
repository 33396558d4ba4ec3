import Learning

/// The share of rows whose prediction is their label.
///
///     try accuracy(of: ["a", "b", "b", "b"], labels: ["a", "b", "a", "b"])    // 0.75
///
/// Where one class is rare, always naming the other is accurate, too: see ``rocAUC(of:labels:weights:)`` and
/// ``logLoss(of:labels:weights:)``.
///
/// - Parameters:
///   - predictions: what a model said of n rows.
///   - labels: what they are.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Returns: a number from 0 to 1: the sum of the weights where both are equal, divided by the sum of all.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, what is wrong with the weights.
/// - Complexity: O(n).
public func accuracy<Label: Equatable>(
  of predictions: [Label], labels: [Label], weights: [Double]? = nil
) throws(LearningError) -> Double {
  try JudgedRows("accuracy", count: predictions.count, labelCount: labels.count, weights: weights)
    .mean { predictions[$0] == labels[$0] ? 1 : 0 }
}
