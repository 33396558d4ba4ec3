import LinearAlgebra

/// The configuration of a transformer that may look at the rows' classes: what can stand before a classifier in a
/// pipeline.
///
/// A ``TransformerEstimator`` is one that does not look. One that does, such as a selection of features, must be fitted
/// inside each fold of a cross-validation like the classifier itself.
public protocol ClassificationStep: Estimator {
  associatedtype Model: Transformer, Codable

  /// Fits samples and the indices of their classes.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - classIndices: n of them, from 0 to below `classCount`, each of which occurs.
  ///   - classCount: at least 2.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, what is wrong with the weights or the options, `.cancelled`.
  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model
}

extension TransformerEstimator {
  /// Fits the samples alone: what they are does not matter to it.
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try fit(x, weights: weights, using: &generator)
  }
}
