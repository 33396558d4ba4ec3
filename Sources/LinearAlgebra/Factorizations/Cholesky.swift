internal import RealModule

/// The Cholesky factorization A = L Lᵀ of a symmetric positive definite matrix.
///
///     let cholesky = try Cholesky(of: covariance)
///     let x = try cholesky.solve(b)
///     cholesky.logDeterminant
///
/// Solving through it is both faster and more accurate than multiplying by the inverse.
public struct Cholesky: Sendable, Equatable {
  /// L, n x n, lower triangular, zeros above.
  public let factor: Matrix

  /// - Parameter matrix: n x n; only its lower triangle is read.
  /// - Throws: `.notSquare`, `.empty`, `.notFinite`, `.notPositiveDefinite` with the order of the leading minor that
  ///   is not positive.
  /// - Complexity: n³/3 multiply-adds.
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquare()
    try matrix.requireFinite()
    let n = matrix.rowCount
    var factor = matrix
    try factor.withUnsafeMutableBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let base = elements.baseAddress else { return }
      // Column-major upper is row-major lower: UᵀU there is L Lᵀ here.
      try LAPACK.potrf(order: n, base)
      for i in 0..<n {
        for j in i + 1..<n { base[i * n + j] = 0 }
      }
    }
    self.factor = factor
  }

  /// The solution x of A x = b.
  ///
  /// - Throws: `.notFinite` where b is not, with the column given as 0; `.overflow`.
  public func solve(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    precondition(
      b.count == factor.rowCount, "A right-hand side of \(b.count) elements does not fit a matrix of \(factor.shape)")
    try requireFinite(rightHandSide: b)
    var x = b
    try solveInPlace(&x, count: 1)
    try requireNoOverflow(x, in: Self.solution)
    return x
  }

  /// The solution X of A X = B, column by column.
  ///
  /// - Throws: `.notFinite` where B is not; `.overflow`.
  public func solve(_ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    precondition(
      b.rowCount == factor.rowCount, "Right-hand sides of \(b.shape) do not fit a matrix of \(factor.shape)")
    try b.requireFinite()
    var x = b.transposed()
    try x.withUnsafeMutableBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let base = elements.baseAddress, !elements.isEmpty else { return }
      try solveInPlace(base, count: b.columnCount)
      try requireNoOverflow(elements, in: Self.solution)
    }
    return x.transposed()
  }

  private static let solution = "solution of the linear system"

  private func solveInPlace(_ b: inout [Double], count: Int) throws(LinearAlgebraError) {
    // The buffer's closure cannot throw a typed error, so the result carries it out.
    try b.withUnsafeMutableBufferPointer { b in
      Result { () throws(LinearAlgebraError) in
        if let base = b.baseAddress { try solveInPlace(base, count: count) }
      }
    }.get()
  }

  private func solveInPlace(_ b: UnsafeMutablePointer<Double>, count: Int) throws(LinearAlgebraError) {
    try factor.withUnsafeBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let base = elements.baseAddress else { return }
      try LAPACK.potrs(order: factor.rowCount, base, rightHandSides: count, b)
    }
  }

  /// log |A|, from the diagonal of the factor: no product that could overflow.
  public var logDeterminant: Double {
    2 * factor.diagonal.reduce(0) { $0 + .log($1) }
  }

  /// A⁻¹, where the matrix itself is wanted, as a covariance is; to solve, use ``solve(_:)-([Double])``.
  ///
  /// - Throws: `.overflow`.
  public func inverse() throws(LinearAlgebraError) -> Matrix {
    try solve(.identity(factor.rowCount))
  }

  /// L Lᵀ.
  public func reconstruct() -> Matrix {
    factor.rowGram()
  }
}
