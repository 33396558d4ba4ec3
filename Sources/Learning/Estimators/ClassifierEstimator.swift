import LinearAlgebra

/// The configuration of a classifier.
///
///     let model = try NearestCentroid().fit(x, labels: species)
///     try model.predict(newFlowers)
///
/// The configuration does not know the type of the labels, so one array `[any ClassifierEstimator]` can hold them all.
/// Whoever writes an estimator fits class indices; the fit with labels is given.
public protocol ClassifierEstimator: Estimator {
  associatedtype Core: ClassifierCore

  /// The fitted model, for labels of a given type.
  typealias Model<Label: ClassLabel> = Classified<Core, Label>

  /// Fits class indices. ``fit(_:labels:weights:using:)`` has checked that there are rows and columns, an index below
  /// `classCount` for each row, at least two classes, each with a row, and that weights are positive; the features are
  /// for this function to check.
  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core

  /// Fits each of several configurations to each of several parts of the same rows, where that costs less together
  /// than one by one: cross-validations and searches ask for it first.
  ///
  /// - Parameters:
  ///   - trainingParts: the rows of each part, in each of which every class has a row of positive weight.
  /// - Returns: for each part a core for each configuration, as `fit` would give to within the solver's tolerance; nil
  ///   where nothing is shared, which is the default, and then they are fitted one by one.
  static func fitTogether(
    _ configurations: [Self], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    trainingParts: [[Int]]
  ) throws(LearningError) -> [[Core]]?
}

extension ClassifierEstimator {
  public static func fitTogether(
    _ configurations: [Self], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    trainingParts: [[Int]]
  ) throws(LearningError) -> [[Core]]? { nil }

  /// Fits the samples' labels.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - labels: n of them, of at least two kinds.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  ///   - generator: where the estimator's random draws come from; the same seed gives the same model.
  /// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, `.notFinite`, what is wrong with the weights or the
  ///   options, `.cancelled`.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Classified<Core, Label> {
    let sample = try LabelledSample(
      x, labels: labels, weights: weights, acceptsMissingValues: traits.contains(.acceptsMissingValues))
    let core = try fit(
      sample.x, classIndices: sample.classIndices, classCount: sample.classes.count, weights: sample.weights,
      using: &generator)
    return Classified(core: core, classes: sample.classes)
  }

  /// Fits with the system's generator; see ``fit(_:labels:weights:using:)``.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) -> Classified<Core, Label> {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, labels: labels, weights: weights, using: &generator)
  }
}

/// A classifier's configuration that never asks the generator.
public protocol DeterministicClassifierEstimator: ClassifierEstimator {
  /// Fits class indices; see ``ClassifierEstimator/fit(_:classIndices:classCount:weights:using:)``.
  func fit(_ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) throws(LearningError) -> Core
}

extension DeterministicClassifierEstimator {
  public var traits: EstimatorTraits { .deterministic }

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    try fit(x, classIndices: classIndices, classCount: classCount, weights: weights)
  }
}
