import LinearAlgebra

/// A fitted transformer: samples in, samples with other features out.
public protocol Transformer: FittedModel {
  /// The number of features that it makes.
  var outputCount: Int { get }

  /// The transformed samples: n x outputCount.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func transform(_ x: Matrix) throws(LearningError) -> Matrix

  /// The one feature that an output is made from, as a scaled column is; nil, the default, where it is made from
  /// several or another way.
  ///
  /// - Parameter output: from 0 to below ``outputCount``.
  func sourceColumn(ofOutput output: Int) -> Int?

  /// The names of the features that it makes. By default an output that has one source has that one's name, and others
  /// are `feature 0`, `feature 1`, ... by their places.
  ///
  /// - Parameter inputNames: one for each of the features that it was fitted on.
  /// - Throws: `.invalidOption` for another number of names.
  func outputNames(for inputNames: [String]) throws(LearningError) -> [String]
}

extension Transformer {
  public func sourceColumn(ofOutput output: Int) -> Int? { nil }

  public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
    try requireNames(inputNames)
    return (0..<outputCount).map { output in
      sourceColumn(ofOutput: output).map { inputNames[$0] } ?? "feature \(output)"
    }
  }

  /// Checks that there is a name for each feature.
  package func requireNames(_ names: [String]) throws(LearningError) {
    guard names.count == featureCount else {
      throw .invalidOption(
        name: "names", value: "\(names.count) names", allowed: "one for each of the \(featureCount) features")
    }
  }
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
