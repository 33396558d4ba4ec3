/// What right singular vectors need of a matrix: one product, not its elements. A centred, scaled or sparse matrix is
/// one without being formed.
public protocol GramMap: Sendable {
  var rowCount: Int { get }
  var columnCount: Int { get }
  /// Aᵀ (A B).
  func gramMultiplied(by other: Matrix) -> Matrix
}

/// What a whole decomposition needs of a matrix: both products. The product of the two is given, one after the other; a
/// map that can do it in one pass should.
public protocol LinearMap: GramMap {
  /// A B.
  func multiplied(by other: Matrix) -> Matrix
  /// Aᵀ B.
  func transposeMultiplied(by other: Matrix) -> Matrix
}

extension LinearMap {
  public func gramMultiplied(by other: Matrix) -> Matrix {
    transposeMultiplied(by: multiplied(by: other))
  }
}

extension Matrix: LinearMap {}

/// Aᵀ as a map.
struct TransposedMap<Map: LinearMap>: LinearMap {
  let map: Map

  var rowCount: Int { map.columnCount }
  var columnCount: Int { map.rowCount }

  func multiplied(by other: Matrix) -> Matrix { map.transposeMultiplied(by: other) }
  func transposeMultiplied(by other: Matrix) -> Matrix { map.multiplied(by: other) }
}
