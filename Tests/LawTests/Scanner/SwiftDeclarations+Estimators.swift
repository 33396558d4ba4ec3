import TestSupport

extension SwiftDeclarations {
  /// The public types that conform to the protocol of a kind, in their declaration or in an extension, directly or
  /// through a protocol that refines it.
  var estimators: Set<DeclaredEstimator> {
    let publicTypes = Set(
      declarations.filter { $0.isPublic && !["protocol", "extension"].contains($0.keyword) }.map(\.name))
    let refinements = Dictionary(
      declarations.filter { $0.keyword == "protocol" }.map { ($0.name, $0.inherited) },
      uniquingKeysWith: { $0.union($1) })
    let pairs = declarations.filter { publicTypes.contains($0.name) }.flatMap { declaration in
      Self.kinds(of: declaration.inherited, refinements).map { DeclaredEstimator(name: declaration.name, kind: $0) }
    }
    return Set(pairs)
  }

  /// A declared transformer can be a step of either kind because it is a transformer, and is held to the laws as that.
  private static func kinds(of names: Set<String>, _ refinements: [String: Set<String>]) -> Set<EstimatorKind> {
    var seen: Set<String> = []
    var open = names
    while let name = open.popFirst() {
      guard seen.insert(name).inserted else { continue }
      open.formUnion(refinements[name] ?? [])
    }
    let kinds = Set(EstimatorKind.allCases.filter { seen.contains($0.protocolName) })
    return kinds.contains(.transformer) ? kinds.subtracting([.classificationStep, .regressionStep]) : kinds
  }
}
