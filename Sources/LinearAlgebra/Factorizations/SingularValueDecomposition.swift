/// The thin singular value decomposition A = U diag(s) Vᵀ.
public struct SingularValueDecomposition: Sendable, Equatable {
  /// n x r: orthonormal columns.
  public let left: Matrix
  /// The r singular values, largest first, none negative.
  public let values: [Double]
  /// r x d: row i is the right singular vector of value i.
  public let right: Matrix

  /// U diag(s) Vᵀ.
  public func reconstruct() -> Matrix {
    left.multiplied(by: right.scalingRows(by: values))
  }
}

extension Matrix {
  /// The thin singular value decomposition, r = min(n, d), by divide and conquer (`dgesdd`).
  ///
  /// - Throws: `.empty`, `.notFinite`, `.overflow`, `.noConvergence`.
  /// - Complexity: about 4 n d² + 8 d³ flops for n >= d, and a copy of the matrix.
  public func singularValueDecomposition() throws(LinearAlgebraError) -> SingularValueDecomposition {
    try requireNotEmpty()
    try requireFinite()
    let (n, d) = (rowCount, columnCount)
    let r = min(n, d)
    var scratch = self
    var values = [Double](repeating: 0, count: r)
    var left = Matrix(rowCount: n, columnCount: r) { _ in }
    var right = Matrix(rowCount: r, columnCount: d) { _ in }
    // LAPACK sees Aᵀ = V S Uᵀ: its left factor, d x r by columns, is our right one by rows, and the other way round.
    try scratch.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
      try left.withUnsafeMutableBufferPointer { (left) throws(LinearAlgebraError) in
        try right.withUnsafeMutableBufferPointer { (right) throws(LinearAlgebraError) in
          guard let a = a.baseAddress, let left = left.baseAddress, let right = right.baseAddress else { return }
          try LAPACK.gesdd(rows: d, columns: n, a, values: &values, u: right, vTransposed: left)
        }
      }
    }
    try requireNoOverflow(values, in: "computation of the singular values")
    return SingularValueDecomposition(left: left, values: values, right: right)
  }
}
