import Learning
public import LinearAlgebra

/// The share of rows whose label is among the `k` classes of the highest probability.
///
/// Of equal probabilities that of the earlier class is the higher one, as in predictions, so that `k` = 1 gives
/// ``accuracy(of:labels:weights:)``; in scikit-learn it is that of the later.
///
/// - Parameters:
///   - probabilities: n x K; rows sum to 1.
///   - labels: n of them.
///   - classes: the K labels in the order of the columns.
///   - k: from 1 to K, for which it is 1.
///   - weights: as in ``accuracy(of:labels:weights:)``.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, `.probabilitySum`, `.invalidOption`
///   where there is not a class for each column, or for another `k`; `.unknownLabel`, what is wrong with the weights.
/// - Complexity: O(n K).
public func topKAccuracy<Label: Hashable>(
  of probabilities: Matrix, labels: [Label], classes: [Label], k: Int, weights: [Double]? = nil
) throws(LearningError) -> Double {
  let (rows, columns) = try JudgedRows.withColumns(
    "top-k accuracy", probabilities: probabilities, labels: labels, classes: classes, weights: weights)
  guard (1...classes.count).contains(k) else {
    throw .invalidOption(name: "k", value: "\(k)", allowed: "from 1 to the \(classes.count) classes")
  }
  return rows.mean { row in
    let label = columns[row]
    let own = probabilities[row, label]
    let higher = classes.indices.count { probabilities[row, $0] > own || probabilities[row, $0] == own && $0 < label }
    return higher < k ? 1 : 0
  }
}
