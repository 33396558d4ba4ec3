import Stats
import TestSupport
import Testing

/// A distribution that is held to the laws.
struct DistributionEntry: Sendable, CustomTestStringConvertible {
  /// The type's name.
  let type: String
  /// Whether the entry names parameters that JSON may not hold.
  let refuses: Bool
  let testDescription: String
  let check: @Sendable () throws -> DistributionReport

  /// - Parameters:
  ///   - refused: edits of the JSON that must be refused, as a parameter's name and the value written for it. At least
  ///     one entry of each type has some.
  static func continuous<Subject: ContinuousDistribution>(
    _ make: @autoclosure @escaping @Sendable () throws -> Subject, refusing refused: [String: String] = [:],
    exempting exempted: Set<DistributionLaw> = [], options: DistributionLawOptions = DistributionLawOptions(),
    line: Int = #line
  ) -> DistributionEntry {
    DistributionEntry(
      type: "\(Subject.self)", refuses: !refused.isEmpty, testDescription: "\(Subject.name), line \(line)") {
      checkLaws(ofContinuous: try make(), refusing: refused, exempting: exempted, options: options)
    }
  }

  /// See ``continuous(_:refusing:exempting:options:line:)``.
  static func discrete<Subject: DiscreteDistribution>(
    _ make: @autoclosure @escaping @Sendable () throws -> Subject, refusing refused: [String: String] = [:],
    exempting exempted: Set<DistributionLaw> = [], options: DistributionLawOptions = DistributionLawOptions(),
    line: Int = #line
  ) -> DistributionEntry {
    DistributionEntry(
      type: "\(Subject.self)", refuses: !refused.isEmpty, testDescription: "\(Subject.name), line \(line)") {
      checkLaws(ofDiscrete: try make(), refusing: refused, exempting: exempted, options: options)
    }
  }
}
