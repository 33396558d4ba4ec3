public import Learning
public import LinearAlgebra

/// Two steps on the same samples, their features side by side.
///
///     let union = PCA(components: .count(2)).on(columns: 0..<4).beside(PassThrough().on(columns: [4]))
///     let model = try union.fit(x)                  // three features
///
/// As a chain is, it is a step itself, and may look at what both of its steps may look at.
public struct StepUnion<First: PipelineStep, Second: PipelineStep>: PipelineStep, CompositeEstimator {
  public var first: First
  public var second: Second

  public init(first: First, second: Second) {
    self.first = first
    self.second = second
  }

  public var traits: EstimatorTraits { first.traits.combined(with: second.traits) }
}

extension StepUnion: TransformerEstimator where First: TransformerEstimator, Second: TransformerEstimator {
  public func fit(
    _ x: Matrix, weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let fitted = try LearningError.both(
      { () throws(LearningError) in try first.fit(x, weights: weights, using: &generator) },
      { () throws(LearningError) in try second.fit(x, weights: weights, using: &generator) })
    return Model(fitted.0, fitted.1)
  }
}

extension StepUnion: ClassificationStep where First: ClassificationStep, Second: ClassificationStep {
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let fitted = try LearningError.both(
      { () throws(LearningError) in
        try first.fit(x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      },
      { () throws(LearningError) in
        try second.fit(x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      })
    return Model(fitted.0, fitted.1)
  }
}

extension StepUnion: RegressionStep where First: RegressionStep, Second: RegressionStep {
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let fitted = try LearningError.both(
      { () throws(LearningError) in
        try first.fit(x, targets: targets, weights: weights, using: &generator)
      },
      { () throws(LearningError) in
        try second.fit(x, targets: targets, weights: weights, using: &generator)
      })
    return Model(fitted.0, fitted.1)
  }
}

extension StepUnion: Equatable where First: Equatable, Second: Equatable {}
extension StepUnion: Hashable where First: Hashable, Second: Hashable {}
extension StepUnion: Encodable where First: Encodable, Second: Encodable {}
extension StepUnion: Decodable where First: Decodable, Second: Decodable {}
