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
