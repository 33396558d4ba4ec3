/// A law that an estimator breaks, and how.
package struct LawViolation: Hashable, Sendable {
  package let law: Law
  /// What was found, with its numbers.
  package let detail: String

  package init(_ law: Law, _ detail: String) {
    self.law = law
    self.detail = detail
  }
}

extension LawViolation: CustomStringConvertible {
  package var description: String { "\(law): \(detail)" }
}
