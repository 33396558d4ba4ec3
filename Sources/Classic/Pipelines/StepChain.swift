public import Learning
public import LinearAlgebra

/// Two steps, one after the other: the second learns from what the first makes.
///
///     let chain = VarianceThreshold().then(PCA(components: .count(2)))
///     let model = try chain.fit(x)
///     model.second.explainedVarianceRatio
///
/// A chain is a step itself, and may look at what both of its steps may look at: it is a transformer's configuration
/// where both are, and can stand before a classifier or a regressor where both can.
public struct StepChain<First: PipelineStep, Second: PipelineStep>: PipelineStep, CompositeEstimator {
  public var first: First
  public var second: Second

  public init(first: First, second: Second) {
    self.first = first
    self.second = second
  }

  public var traits: EstimatorTraits { first.traits.followed(by: second.traits) }
}

extension StepChain: TransformerEstimator where First: TransformerEstimator, Second: TransformerEstimator {
  public func fit(
    _ x: Matrix, weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let first = try first.fit(x, weights: weights, using: &generator)
    let features = try first.transform(x)
    do {
      return Model(first, try second.fit(features, weights: weights, using: &generator))
    } catch {
      throw error.traced(through: first, to: x)
    }
  }
}

extension StepChain: ClassificationStep where First: ClassificationStep, Second: ClassificationStep {
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let first = try first.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    let features = try first.transform(x)
    do {
      let second = try second.fit(
        features, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      return Model(first, second)
    } catch {
      throw error.traced(through: first, to: x)
    }
  }
}

extension StepChain: RegressionStep where First: RegressionStep, Second: RegressionStep {
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let first = try first.fit(x, targets: targets, weights: weights, using: &generator)
    let features = try first.transform(x)
    do {
      return Model(first, try second.fit(features, targets: targets, weights: weights, using: &generator))
    } catch {
      throw error.traced(through: first, to: x)
    }
  }
}

extension StepChain: Equatable where First: Equatable, Second: Equatable {}
extension StepChain: Hashable where First: Hashable, Second: Hashable {}
extension StepChain: Encodable where First: Encodable, Second: Encodable {}
extension StepChain: Decodable where First: Decodable, Second: Decodable {}
