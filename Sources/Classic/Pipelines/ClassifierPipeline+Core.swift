public import Learning
public import LinearAlgebra

extension ClassifierPipeline {
  /// The fitted step and the fitted classifier.
  public struct Core: ClassifierCore {
    public let step: Step.Model
    public let final: Final.Core
    /// What the classifier's fit did, with the warnings of all parts.
    public let report: FitReport

    init(_ step: Step.Model, _ final: Final.Core) {
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
      final = try container.decode(Final.Core.self, forKey: .final)
      report = try container.decode(FitReport.self, forKey: .report)
      try container.requireFit(found: final.featureCount, expected: step.outputCount, forKey: .final)
    }

    public var featureCount: Int { step.featureCount }
    public var classCount: Int { final.classCount }

    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      let features = try step.transform(x)
      do { return try final.probabilities(for: features) } catch { throw error.traced(through: step, to: x) }
    }

    public func decide(_ probabilities: Matrix) -> [Int] { final.decide(probabilities) }
  }
}
