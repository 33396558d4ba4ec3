extension Matrix {
  /// An orthonormal basis of the columns' span, n x k for n >= k, each column in the span of the first ones.
  func orthonormalColumns() throws(LinearAlgebraError) -> Matrix {
    precondition(rowCount >= columnCount, "The columns of a matrix of \(shape) cannot be orthonormal")
    try requireFinite()
    let (n, k) = (rowCount, columnCount)
    var basis = self
    var tau = [Double](repeating: 0, count: k)
    // The row-major n x k matrix is the column-major k x n transpose: its LQ is our QR.
    try basis.withUnsafeMutableBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let a = elements.baseAddress, k > 0 else { return }
      try LAPACK.gelqf(rows: k, columns: n, a, tau: &tau)
      try LAPACK.orglq(rows: k, columns: n, a, tau: tau)
    }
    return basis
  }

  /// An orthonormal basis of the rows' span, k x d for k <= d, each row in the span of the first ones.
  ///
  /// - Throws: `.notFinite`.
  package func orthonormalRows() throws(LinearAlgebraError) -> Matrix {
    try transposed().orthonormalColumns().transposed()
  }
}
