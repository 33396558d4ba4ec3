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
      return Model(step, try final.fit(features, targets: targets, weights: weights, using: &generator))
    } catch {
      throw error.traced(through: step, to: x)
    }
  }
}

extension RegressorPipeline {
  /// The fitted step and the fitted regressor.
  public struct Model: Regressor, Codable {
    public let step: Step.Model
    public let final: Final.Model
    /// What the regressor's fit did, with the warnings of all parts.
    public let report: FitReport

    init(_ step: Step.Model, _ final: Final.Model) {
      self.step = step
      self.final = final
      report = final.report.following(
        step.report.warnings(ofEarlierPart: Step.partName)
          + final.report.warnings(ofPart: Final.partName, after: step))
    }

    enum CodingKeys: String, CodingKey { case step, final, report }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      step = try container.decode(Step.Model.self, forKey: .step)
      final = try container.decode(Final.Model.self, forKey: .final)
      report = try container.decode(FitReport.self, forKey: .report)
      try container.requireFit(found: final.featureCount, expected: step.outputCount, forKey: .final)
    }

    public var featureCount: Int { step.featureCount }

    public func predict(_ x: Matrix) throws(LearningError) -> [Double] {
      let features = try step.transform(x)
      do { return try final.predict(features) } catch { throw error.traced(through: step, to: x) }
    }
  }
}

extension RegressorPipeline: Equatable where Step: Equatable, Final: Equatable {}
extension RegressorPipeline: Hashable where Step: Hashable, Final: Hashable {}
extension RegressorPipeline: Encodable where Step: Encodable, Final: Encodable {}
extension RegressorPipeline: Decodable where Step: Decodable, Final: Decodable {}
