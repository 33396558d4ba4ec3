import Learning
import LinearAlgebra
internal import RealModule

/// The mean of -log p, where p is the probability that a model gave to what a row is; also known as cross-entropy.
///
///     let p = try model.probabilities(for: x)
///     try logLoss(of: p, labels: y, classes: model.classes)
///
/// In nats, from 0, where every class was certain and right. It is the negative log-likelihood of the labels divided by
/// their number, and smallest on average for the true probabilities.
///
/// **A probability of 0 for what a row is gives infinity**: it said that this cannot happen. scikit-learn moves
/// probabilities away from 0 and 1 by 2.2e-16 first, and so caps each row at 36.04. One that rounding made a little
/// more than 1 counts as 1.
///
/// - Parameters:
///   - probabilities: n x K; rows sum to 1.
///   - labels: n of them.
///   - classes: the K labels in the order of the columns.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none, also where its loss is infinite. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, `.probabilitySum`, `.invalidOption`
///   where there is not a class for each column, `.unknownLabel`, what is wrong with the weights.
/// - Complexity: O(n K).
public func logLoss<Label: Hashable>(
  of probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let (rows, columns) = try JudgedRows.withColumns(
    "log loss", probabilities: probabilities, labels: labels, classes: classes, weights: weights)
  return rows.logLoss(of: probabilities, columns: columns)
}

extension JudgedRows {
  /// - Parameter columns: those of the rows' labels.
  func logLoss(of probabilities: Matrix, columns: [Int]) -> Double {
    mean { -.log(min(probabilities[$0, columns[$0]], 1)) }
  }
}

/// The log loss of the probabilities that labels are true: the mean of -log p where they are, of -log(1 - p) where they
/// are not.
///
///     try logLoss(of: [0.9, 0.2], labels: [true, false])    // (-log 0.9 - log 0.8) / 2
///
/// **Certain and wrong is infinity**, where scikit-learn has 36.04. A model of log-odds above 37 rounds its probability
/// to 1; judge it by ``logLoss(ofLogOdds:labels:weights:)``, which is finite.
///
/// - Parameters:
///   - probabilities: n numbers from 0 to 1.
///   - labels: n of them.
///   - weights: as in ``logLoss(of:labels:classes:weights:)``.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, what is wrong with the weights.
/// - Complexity: O(n).
public func logLoss(
  of probabilities: [Double], labels: [Bool], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("log loss", probabilities: probabilities, labels: labels, weights: weights)
  return rows.mean { row in
    let p = min(probabilities[row], 1)
    return labels[row] ? -.log(p) : -.log(onePlus: -p)
  }
}

/// The log loss of log-odds, log(p / (1 - p)), that labels are true: the mean of log(1 + exp(-z)) where they are, of
/// log(1 + exp(z)) where they are not.
///
/// Equal to that of the probabilities, but it keeps its digits where these would round to 0 or 1.
///
/// - Parameters:
///   - logOdds: n finite numbers.
///   - labels: n of them.
///   - weights: as in ``logLoss(of:labels:classes:weights:)``.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, what is wrong with the weights.
/// - Complexity: O(n).
public func logLoss(
  ofLogOdds logOdds: [Double], labels: [Bool], weights: [Double]? = nil
) throws(LearningError) -> Double {
  let rows = try JudgedRows("log loss", scores: logOdds, labels: labels, weights: weights)
  return rows.mean { row in
    let wrongness = labels[row] ? -logOdds[row] : logOdds[row]
    return max(wrongness, 0) + .log(onePlus: .exp(-abs(wrongness)))
  }
}
