/// What the laws found about one configuration of one estimator.
package struct LawReport: Sendable {
  /// A law that was not held against the estimator, and the traits that excuse it.
  package struct Exemption: Hashable, Sendable {
    package let law: Law
    package let traits: [String]
  }

  /// The type's name.
  package let estimator: String
  package let kind: EstimatorKind
  /// The laws that were held against it.
  package internal(set) var checked: [Law] = []
  package internal(set) var exempted: [Exemption] = []
  package internal(set) var violations: [LawViolation] = []
}

extension LawReport: CustomStringConvertible {
  package var description: String {
    let head = "\(estimator), \(kind.rawValue): \(checked.count) laws checked, \(violations.count) violations"
    let exemptions = exempted.map { "  exempted (\($0.traits.joined(separator: ", "))): \($0.law)" }
    return ([head] + exemptions + violations.map { "  \($0)" }).joined(separator: "\n")
  }
}
