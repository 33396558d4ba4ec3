public import Learning
public import LinearAlgebra

extension ColumnStep {
  /// The fitted step, and which columns it gets.
  public struct Model: Transformer, Codable {
    public let step: Step.Model
    public let featureCount: Int
    /// The columns that the step gets, in this order.
    public let columns: [Int]
    /// The columns that stand to the right of what the step makes; empty where they are dropped.
    public let rest: [Int]
    /// What the step's fit did; columns are counted among all.
    public let report: FitReport

    init(_ step: Step.Model, featureCount: Int, columns: [Int], rest: [Int]) {
      self.step = step
      self.featureCount = featureCount
      self.columns = columns
      self.rest = rest
      report = step.report.following(step.report.warnings(ofPart: Step.partName, on: columns))
    }

    enum CodingKeys: String, CodingKey { case step, featureCount, columns, rest, report }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      step = try container.decode(Step.Model.self, forKey: .step)
      featureCount = try container.decode(Int.self, forKey: .featureCount)
      columns = try container.decode([Int].self, forKey: .columns)
      rest = try container.decode([Int].self, forKey: .rest)
      report = try container.decode(FitReport.self, forKey: .report)
      try container.requireFit(found: step.featureCount, expected: columns.count, forKey: .step)
      let all = columns + rest
      guard Set(all).count == all.count, all.allSatisfy({ $0 >= 0 && $0 < featureCount }) else {
        throw DecodingError.dataCorruptedError(
          forKey: .columns, in: container,
          debugDescription: "The columns must be different ones from 0 to below \(featureCount).")
      }
    }

    public var outputCount: Int { step.outputCount + rest.count }

    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      guard x.columnCount == featureCount else {
        throw .featureCountMismatch(found: x.columnCount, expected: featureCount)
      }
      do {
        let made = try step.transform(x.selectingColumns(columns))
        return rest.isEmpty ? made : made.appendingColumns(x.selectingColumns(rest))
      } catch {
        throw error.renumbered(by: columns)
      }
    }

    public func sourceColumn(ofOutput output: Int) -> Int? {
      output < step.outputCount
        ? step.sourceColumn(ofOutput: output).map { columns[$0] } : rest[output - step.outputCount]
    }

    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try requireNames(inputNames)
      return try step.outputNames(for: columns.map { inputNames[$0] }) + rest.map { inputNames[$0] }
    }
  }
}
