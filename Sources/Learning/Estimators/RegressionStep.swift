import LinearAlgebra

/// The configuration of a transformer that may look at the rows' targets: what can stand before a regressor in a
/// pipeline; see ``ClassificationStep``.
public protocol RegressionStep: PipelineStep {
  /// Fits samples and their targets.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - targets: n finite numbers.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, `.valueNotFinite`, what is wrong with the weights or the
  ///   options, `.cancelled`.
  func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model
}

extension RegressionStep {
  /// Fits with the system's generator; see ``fit(_:targets:weights:using:)``.
  public func fit(_ x: Matrix, targets: [Double], weights: [Double]? = nil) throws(LearningError) -> Model {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, targets: targets, weights: weights, using: &generator)
  }
}

extension TransformerEstimator {
  /// Fits the samples alone: their targets do not matter to it.
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try fit(x, weights: weights, using: &generator)
  }
}
