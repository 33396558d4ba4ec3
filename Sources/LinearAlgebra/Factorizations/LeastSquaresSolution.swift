/// The solution of a least-squares problem.
public struct LeastSquaresSolution: Sendable, Equatable {
  /// One for each column; zero for the dependent columns, whose share the others carry.
  public let coefficients: [Double]
  /// ‖A x - b‖², from the rotated right-hand side and therefore without cancellation.
  public let residualSumOfSquares: Double
  /// The numerical rank of the columns.
  public let rank: Int
  /// The columns that are linear combinations of the others to working precision, ascending.
  public let dependentColumns: [Int]
}

extension Matrix {
  /// The coefficients that minimise ‖A x - b‖, by QR with column pivoting.
  ///
  /// - Throws: as ``PivotedQR/init(of:tolerance:)`` and ``PivotedQR/leastSquares(_:)``.
  public func leastSquares(_ b: [Double]) throws(LinearAlgebraError) -> LeastSquaresSolution {
    try PivotedQR(of: self).leastSquares(b)
  }
}
