public import Learning
public import LinearAlgebra

/// A regressor behind a step: it learns from what the step makes, and is asked with samples as they come.
///
///     let model = try PCA(components: .count(3)).then(LinearRegression.ridge(1)).fit(x, targets: y)
///     model.step.components                       // what the fitted step knows
///     model.final.coefficients                    // one for each feature that the step makes
///
/// Everything is fitted on the rows given to `fit` alone, so that a cross-validation of a pipeline does not let the
/// rows it judges by into any step.
public struct RegressorPipeline<Step: RegressionStep, Final: RegressorEstimator>: RegressorEstimator,
  CompositeEstimator
{
  public typealias Model = PipelineModel<Step.Model, Final.Model>

  public var step: Step
  public var final: Final

  public init(step: Step, final: Final) {
    self.step = step
    self.final = final
  }

  public var traits: EstimatorTraits { step.traits.followed(by: final.traits) }

  /// Fits the step, and on what it makes of the same rows the regressor; see
  /// ``RegressorEstimator/fit(_:targets:weights:using:)``.
  ///
  /// - Throws: what the parts throw; a feature that is not finite is named by its place in `x`.
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let step = try step.fit(x, targets: targets, weights: weights, using: &generator)
    let features = try step.transform(x)
    do {
      let final = try final.fit(features, targets: targets, weights: weights, using: &generator)
      return Model(step, final, names: (Step.partName, Final.partName))
    } catch {
      throw error.traced(through: step, to: x)
    }
  }
}

extension RegressorPipeline: Equatable where Step: Equatable, Final: Equatable {}
extension RegressorPipeline: Hashable where Step: Hashable, Final: Hashable {}
extension RegressorPipeline: Encodable where Step: Encodable, Final: Encodable {}
extension RegressorPipeline: Decodable where Step: Decodable, Final: Decodable {}
