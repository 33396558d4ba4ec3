/// What the laws found about one distribution.
package struct DistributionReport: Sendable {
  package struct Violation: Hashable, Sendable {
    package let law: DistributionLaw
    /// What was found, with its numbers.
    package let detail: String
  }

  /// The distribution's description.
  package let distribution: String
  package internal(set) var violations: [Violation] = []
}

extension DistributionReport.Violation: CustomStringConvertible {
  package var description: String { "\(law): \(detail)" }
}

extension DistributionReport: CustomStringConvertible {
  package var description: String {
    (["\(distribution): \(violations.count) violations"] + violations.map { "  \($0)" }).joined(separator: "\n")
  }
}
