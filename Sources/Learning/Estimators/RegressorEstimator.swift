import LinearAlgebra

/// A fitted regressor.
public protocol Regressor: FittedModel {
  /// The predicted target of each row.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func predict(_ x: Matrix) throws(LearningError) -> [Double]
}

/// The configuration of a regressor.
public protocol RegressorEstimator: Estimator {
  associatedtype Model: Regressor, Codable

  /// Fits the samples' targets.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - targets: n finite numbers.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where the estimator's random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, `.valueNotFinite`, what is wrong with the weights or the
  ///   options, `.cancelled`.
  func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model
}

extension RegressorEstimator {
  /// Fits with the system's generator; see ``fit(_:targets:weights:using:)``.
  public func fit(_ x: Matrix, targets: [Double], weights: [Double]? = nil) throws(LearningError) -> Model {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, targets: targets, weights: weights, using: &generator)
  }
}

/// A regressor's configuration that never asks the generator.
public protocol DeterministicRegressorEstimator: RegressorEstimator {
  /// Fits the samples' targets; see ``RegressorEstimator/fit(_:targets:weights:using:)``.
  func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model
}

extension DeterministicRegressorEstimator {
  public var traits: EstimatorTraits { .deterministic }

  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try fit(x, targets: targets, weights: weights)
  }
}
