import LinearAlgebra

/// The configuration of a transformer that may look at the rows' classes: what can stand before a classifier in a
/// pipeline.
///
/// A ``TransformerEstimator`` is one that does not look. One that does, such as a selection of features, must be fitted
/// inside each fold of a cross-validation like the classifier itself.
public protocol ClassificationStep: PipelineStep {
  /// Fits samples and the indices of their classes. ``fit(_:labels:weights:using:)`` and a pipeline have checked that
  /// there is an index for each row and that every class has a row of positive weight; the features are for this
  /// function to check.
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

extension ClassificationStep {
  /// Fits the samples' labels.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - labels: n of them, of at least two kinds.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, `.notFinite`, what is wrong with the weights or the
  ///   options, `.cancelled`.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let sample = try LabelledSample(
      x, labels: labels, weights: weights, acceptsMissingValues: traits.contains(.acceptsMissingValues))
    return try fit(
      sample.x, classIndices: sample.classIndices, classCount: sample.classes.count, weights: sample.weights,
      using: &generator)
  }

  /// Fits with the system's generator; see ``fit(_:labels:weights:using:)``.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) -> Model {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, labels: labels, weights: weights, using: &generator)
  }
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
