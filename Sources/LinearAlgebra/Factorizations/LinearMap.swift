/// What a randomized method needs of a matrix: its products, not its elements. A centred, scaled or sparse matrix is
/// one without being formed.
public protocol LinearMap: Sendable {
  var rowCount: Int { get }
  var columnCount: Int { get }
  /// A B.
  func multiplied(by other: Matrix) -> Matrix
  /// Aᵀ B.
  func transposeMultiplied(by other: Matrix) -> Matrix
}

extension Matrix: LinearMap {}
