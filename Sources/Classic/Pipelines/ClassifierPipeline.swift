public import Learning
public import LinearAlgebra

/// A classifier behind a step: it learns from what the step makes, and is asked with samples as they come.
///
///     let model = try PCA(components: .count(2)).then(LogisticRegression()).fit(x, labels: species)
///     model.step.components                       // what the fitted step knows
///     model.final.coefficients                    // one for each feature that the step makes
///
/// Everything is fitted on the rows given to `fit` alone, so that a cross-validation of a pipeline does not let the
/// rows it judges by into any step.
public struct ClassifierPipeline<Step: ClassificationStep, Final: ClassifierEstimator>: ClassifierEstimator,
  CompositeEstimator
{
  public typealias Core = PipelineModel<Step.Model, Final.Core>

  public var step: Step
  public var final: Final

  public init(step: Step, final: Final) {
    self.step = step
    self.final = final
  }

  public var traits: EstimatorTraits { step.traits.followed(by: final.traits) }

  /// Fits the step, and on what it makes of the same rows the classifier.
  ///
  /// - Throws: what the parts throw; a feature that is not finite is named by its place in `x`.
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    let step = try step.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    let features = try step.transform(x)
    do {
      let final = try final.fit(
        features, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      return Self.core(step, final)
    } catch {
      throw error.traced(through: step, to: x)
    }
  }

  static func core(_ step: Step.Model, _ final: Final.Core) -> Core {
    Core(step, final, names: (Step.partName, Final.partName))
  }
}

extension ClassifierPipeline: Equatable where Step: Equatable, Final: Equatable {}
extension ClassifierPipeline: Hashable where Step: Hashable, Final: Hashable {}
extension ClassifierPipeline: Encodable where Step: Encodable, Final: Encodable {}
extension ClassifierPipeline: Decodable where Step: Decodable, Final: Decodable {}
