public import Learning
public import LinearAlgebra

/// A fitted step, and the classifier or regressor that was fitted to what it makes.
public struct PipelineModel<Step: Transformer & Codable, Final: FittedModel & Codable>: FittedModel, Codable {
  public let step: Step
  public let final: Final
  /// What the last part's fit did, with the warnings of all parts.
  public let report: FitReport

  /// - Parameter names: those of the parts in warnings; nil for one that names its own parts.
  init(_ step: Step, _ final: Final, names: (step: String?, final: String?)) {
    self.step = step
    self.final = final
    report = final.report.following(
      step.report.warnings(ofEarlierPart: names.step) + final.report.warnings(ofPart: names.final, after: step))
  }

  enum CodingKeys: String, CodingKey { case step, final, report }

  /// Reads what `encode(to:)` wrote; parts that do not fit each other are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    step = try container.decode(Step.self, forKey: .step)
    final = try container.decode(Final.self, forKey: .final)
    report = try container.decode(FitReport.self, forKey: .report)
    try container.requireFit(found: final.featureCount, expected: step.outputCount, forKey: .final)
  }

  public var featureCount: Int { step.featureCount }

  /// What the last part says of what the step makes; errors are about the samples as they came.
  private func ask<Answer>(
    about x: Matrix, _ question: (Matrix) throws(LearningError) -> Answer
  ) throws(LearningError) -> Answer {
    let features = try step.transform(x)
    do { return try question(features) } catch { throw error.traced(through: step, to: x) }
  }
}

extension PipelineModel: ClassifierCore where Final: ClassifierCore {
  public var classCount: Int { final.classCount }

  public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
    try ask(about: x) { features throws(LearningError) in try final.probabilities(for: features) }
  }

  public func decide(_ probabilities: Matrix) -> [Int] { final.decide(probabilities) }
}

extension PipelineModel: Regressor where Final: Regressor {
  public func predict(_ x: Matrix) throws(LearningError) -> [Double] {
    try ask(about: x) { features throws(LearningError) in try final.predict(features) }
  }
}
