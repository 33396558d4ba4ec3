import TestSupport

/// A public type that conforms to the protocol of a kind of estimators.
struct DeclaredEstimator: Hashable, Sendable {
  /// The type's name, without the type it is nested in.
  let name: String
  let kind: EstimatorKind
}

extension DeclaredEstimator: CustomStringConvertible {
  var description: String { "\(name), \(kind.rawValue)" }
}
