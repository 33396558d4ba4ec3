import Learning
import LinearAlgebra

/// The mean squared distance of the probabilities that labels are true from what they are, 1 or 0.
///
///     try brierScore(of: [0.9, 0.2], labels: [true, false])    // (0.1² + 0.2²) / 2
///
/// From 0, where everything was certain and right, to 1; smallest on average for the true probabilities.
///
/// - Parameters:
///   - probabilities: n numbers from 0 to 1.
///   - labels: n of them.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, what is wrong with the weights.
/// - Complexity: O(n).
///
/// Source: Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1), 1950.
public func brierScore(
  of probabilities: [Double], labels: [Bool], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("the Brier score", probabilities: probabilities, labels: labels, weights: weights)
  return rows.mean { row in
    let distance = probabilities[row] - (labels[row] ? 1 : 0)
    return distance * distance
  }
}

/// The mean, over rows, of the squared distance between the probabilities of all classes and what the row is, 1 for its
/// class and 0 for the others.
///
/// Brier's own definition, from 0 to 2: for two classes it is twice ``brierScore(of:labels:weights:)``, because it
/// counts both of them.
///
/// - Parameters:
///   - probabilities: n x K; rows sum to 1.
///   - labels: n of them.
///   - classes: the K labels in the order of the columns.
///   - weights: as in ``brierScore(of:labels:weights:)``.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, `.probabilitySum`, `.invalidOption`
///   where there is not a class for each column, `.unknownLabel`, what is wrong with the weights.
/// - Complexity: O(n K).
public func brierScore<Label: Hashable>(
  of probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let (rows, columns) = try JudgedRows.withColumns(
    "the Brier score", probabilities: probabilities, labels: labels, classes: classes, weights: weights)
  return rows.mean { row in
    (0..<probabilities.columnCount).reduce(0) { sum, column in
      let distance = probabilities[row, column] - (columns[row] == column ? 1 : 0)
      return sum + distance * distance
    }
  }
}
