public import Learning
public import LinearAlgebra

extension StepChain {
  /// Both fitted steps.
  public struct Model: Transformer, Codable {
    public let first: First.Model
    public let second: Second.Model
    /// What the second fit did, with the warnings of both.
    public let report: FitReport

    init(_ first: First.Model, _ second: Second.Model) {
      self.first = first
      self.second = second
      report = second.report.following(
        first.report.warnings(ofEarlierPart: First.partName)
          + second.report.warnings(ofPart: Second.partName, after: first))
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      first = try container.decode(First.Model.self, forKey: .first)
      second = try container.decode(Second.Model.self, forKey: .second)
      report = try container.decode(FitReport.self, forKey: .report)
      try container.requireFit(found: second.featureCount, expected: first.outputCount, forKey: .second)
    }

    enum CodingKeys: String, CodingKey { case first, second, report }

    public var featureCount: Int { first.featureCount }
    public var outputCount: Int { second.outputCount }

    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      let features = try first.transform(x)
      do { return try second.transform(features) } catch { throw error.traced(through: first, to: x) }
    }

    public func sourceColumn(ofOutput output: Int) -> Int? {
      second.sourceColumn(ofOutput: output).flatMap { first.sourceColumn(ofOutput: $0) }
    }

    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try second.outputNames(for: first.outputNames(for: inputNames))
    }
  }
}
