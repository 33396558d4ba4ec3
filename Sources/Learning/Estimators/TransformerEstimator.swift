import LinearAlgebra

/// A fitted transformer: samples in, samples with other features out.
public protocol Transformer: FittedModel {
  /// The number of features that it makes.
  var outputCount: Int { get }

  /// The transformed samples: n x outputCount.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func transform(_ x: Matrix) throws(LearningError) -> Matrix
}

/// The configuration of a transformer that learns from samples alone, and so can be a step of any pipeline.
public protocol TransformerEstimator: ClassificationStep, RegressionStep {
  /// Fits the samples.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where the estimator's random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, what is wrong with the weights or the options, `.cancelled`.
  func fit(
    _ x: Matrix, weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model
}

extension TransformerEstimator {
  /// Fits without weights; see ``fit(_:weights:using:)``.
  public func fit(_ x: Matrix, using generator: inout some RandomNumberGenerator) throws(LearningError) -> Model {
    try fit(x, weights: nil, using: &generator)
  }

  /// Fits with the system's generator; see ``fit(_:weights:using:)``.
  public func fit(_ x: Matrix, weights: [Double]? = nil) throws(LearningError) -> Model {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, weights: weights, using: &generator)
  }
}

/// A transformer's configuration that never asks the generator.
public protocol DeterministicTransformerEstimator: TransformerEstimator {
  /// Fits the samples; see ``TransformerEstimator/fit(_:weights:using:)``.
  func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model
}

extension DeterministicTransformerEstimator {
  public var traits: EstimatorTraits { .deterministic }

  public func fit(
    _ x: Matrix, weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try fit(x, weights: weights)
  }
}
