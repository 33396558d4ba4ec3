public import Learning
public import LinearAlgebra

extension LogisticRegression {
  /// Fits from the coefficients of an earlier fit: of a sample that has grown, of another penalty, of a step before on
  /// a path. The optimum is the same; a start near it saves iterations.
  ///
  /// - Parameters:
  ///   - start: a fit of as many features and classes, of the same classes in the same order for a start that helps.
  ///   - x, labels, weights, generator: see ``ClassifierEstimator/fit(_:labels:weights:using:)``.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` for a start of other shape, and what the fit
  ///   throws.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, startingAt start: Core,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model<Label> {
    try WarmStart(configuration: self, start: start).fit(x, labels: labels, weights: weights, using: &generator)
  }

  /// Fits with the system's generator; see ``fit(_:labels:weights:startingAt:using:)``.
  public func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, startingAt start: Core
  ) throws(LearningError) -> Model<Label> {
    var generator = SystemRandomNumberGenerator()
    return try fit(x, labels: labels, weights: weights, startingAt: start, using: &generator)
  }

  /// An estimator for as long as a fit takes: the labels' side of a fit is the protocol's.
  private struct WarmStart: ClassifierEstimator {
    let configuration: LogisticRegression
    let start: Core

    var traits: EstimatorTraits { configuration.traits }

    func fit(
      _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
      using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> Core {
      let sample = LogisticSample(x: x, classIndices: classIndices, classCount: classCount, weights: weights)
      try start.requireStarting(sample)
      return try configuration.fit(sample, startingAt: LogisticStart(start), using: &generator)
    }
  }
}

extension LogisticRegression.Core {
  fileprivate func requireStarting(_ sample: LogisticSample) throws(LearningError) {
    guard featureCount == sample.x.columnCount, classCount == sample.classCount else {
      throw .invalidOption(
        name: "startingAt", value: "a fit of \(featureCount) features and \(classCount) classes",
        allowed: "one of \(sample.x.columnCount) features and \(sample.classCount) classes, as the samples have")
    }
  }
}

extension LogisticObjective {
  /// The standardised coefficients and their intercepts.
  func point(of start: LogisticStart) -> [Double] {
    let (coefficients, intercepts) = (start.coefficients, start.intercepts)
    var point = [Double](repeating: 0, count: dimension)
    for k in 0..<outputs {
      var shift = 0.0
      for j in scaling.inverseScale.indices where scaling.inverseScale[j] > 0 {
        point[j * outputs + k] = coefficients[k, j] / scaling.inverseScale[j]
        shift += scaling.center[j] * coefficients[k, j]
      }
      if hasIntercept { point[x.columnCount * outputs + k] = intercepts[k] + shift }
    }
    return point
  }
}
