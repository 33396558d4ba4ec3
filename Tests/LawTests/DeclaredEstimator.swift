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

/// What the sources declare against what the catalogue holds.
struct CatalogueComparison: Hashable {
  /// Declared, and not in the catalogue.
  let missing: Set<DeclaredEstimator>
  /// In the catalogue, and not declared.
  let unknown: Set<DeclaredEstimator>

  init(declared: Set<DeclaredEstimator>, catalogued: some Sequence<DeclaredEstimator>) {
    let catalogued = Set(catalogued)
    missing = declared.subtracting(catalogued)
    unknown = catalogued.subtracting(declared)
  }
}
