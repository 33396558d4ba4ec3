public import Learning
public import LinearAlgebra

extension StepUnion {
  /// Both fitted steps.
  public struct Model: Transformer, Codable {
    public let first: First.Model
    public let second: Second.Model
    /// What both fits did: the larger number of iterations, and converged where both have.
    public let report: FitReport

    init(_ first: First.Model, _ second: Second.Model) {
      self.first = first
      self.second = second
      let reports = [first.report, second.report]
      report = FitReport(
        method: reports.map(\.method).joined(separator: "; "), iterations: reports.map(\.iterations).max() ?? 1,
        termination: Self.termination(of: reports),
        warnings: first.report.warnings(ofPart: First.partName) + second.report.warnings(ofPart: Second.partName))
    }

    /// That of a fit which did not converge, if there is one; else that of one which had to.
    private static func termination(of reports: [FitReport]) -> FitReport.Termination {
      let ends = reports.first { !$0.hasConverged } ?? reports.first { $0.termination == .converged }
      return ends?.termination ?? .closedForm
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      first = try container.decode(First.Model.self, forKey: .first)
      second = try container.decode(Second.Model.self, forKey: .second)
      report = try container.decode(FitReport.self, forKey: .report)
      try container.requireFit(found: second.featureCount, expected: first.featureCount, forKey: .second)
    }

    enum CodingKeys: String, CodingKey { case first, second, report }

    public var featureCount: Int { first.featureCount }
    public var outputCount: Int { first.outputCount + second.outputCount }

    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      let (left, right) = try LearningError.both(
        { () throws(LearningError) in try first.transform(x) },
        { () throws(LearningError) in try second.transform(x) })
      return left.appendingColumns(right)
    }

    public func sourceColumn(ofOutput output: Int) -> Int? {
      output < first.outputCount
        ? first.sourceColumn(ofOutput: output) : second.sourceColumn(ofOutput: output - first.outputCount)
    }

    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try first.outputNames(for: inputNames) + second.outputNames(for: inputNames)
    }
  }
}
