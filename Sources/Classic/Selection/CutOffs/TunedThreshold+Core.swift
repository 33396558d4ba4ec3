public import Learning
public import LinearAlgebra

extension TunedThreshold {
  /// A classifier of two classes with a cut-off of its own.
  public struct Core: ClassifierCore {
    /// The base, fitted to all rows.
    public let base: Base.Core
    /// The cut-off, and what it was chosen from.
    public let choice: CutOffRecord
    public let report: FitReport

    init(base: Base.Core, choice: CutOffRecord) {
      self.base = base
      self.choice = choice
      var report = base.report
      report.method = "cheapest of \(choice.candidateCount) cut-offs, \(choice.chosen.threshold.formatted(digits: 4)): "
        + report.method
      self.report = report
    }

    /// The probability of the last class from which on a row is taken for it; infinite where none is.
    public var threshold: Double { choice.chosen.threshold }

    public var classCount: Int { base.classCount }
    public var featureCount: Int { base.featureCount }

    /// Those of the base.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix { try base.probabilities(for: x) }

    /// By the cut-off, and so not always the class of the highest probability.
    public func decide(_ probabilities: Matrix) -> [Int] { probabilities.rows.map { $0[1] >= threshold ? 1 : 0 } }
  }
}

extension TunedThreshold.Core {
  private enum CodingKeys: String, CodingKey { case base, choice, report }

  /// Reads what `encode(to:)` wrote; a base that does not know two classes is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    base = try container.decode(Base.Core.self, forKey: .base)
    choice = try container.decode(CutOffRecord.self, forKey: .choice)
    report = try container.decode(FitReport.self, forKey: .report)
    guard base.classCount == 2 else {
      throw DecodingError.dataCorruptedError(
        forKey: .base, in: container,
        debugDescription: "A cut-off decides between two classes, and the model knows \(base.classCount).")
    }
  }
}
