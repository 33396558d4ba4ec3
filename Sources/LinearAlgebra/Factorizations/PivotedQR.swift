/// The QR factorization with column pivoting, A P = Q R: least squares, and the numerical rank.
///
///     let solution = try PivotedQR(of: x).leastSquares(y)
///     solution.coefficients
///     solution.rank
///
/// Columns are first scaled by powers of two, so that the largest element of each is between 1 and 2. That rounds
/// nothing, and lets the rank be judged whatever the columns' units are.
public struct PivotedQR: Sendable {
  /// The numerical rank: the diagonal elements of R above the tolerance.
  public let rank: Int
  /// The columns in the order in which they were chosen: the first `rank` of them are independent, the rest depend on
  /// those.
  public let pivots: [Int]

  private let rowCount: Int
  private let columnCount: Int
  /// The column-major factor: R above, the reflectors of Q below; held as its row-major transpose.
  private let factor: Matrix
  private let tau: [Double]
  private let scale: [Double]

  /// - Parameters:
  ///   - matrix: n x d.
  ///   - tolerance: the size, relative to the largest, below which a diagonal element of R counts as zero; nil for
  ///     max(n, d) ε, which is what rounding alone can leave.
  /// - Throws: `.empty`, `.notFinite`.
  /// - Complexity: 2 n d² multiply-adds for n >= d.
  public init(of matrix: Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
    try matrix.requireNotEmpty()
    try matrix.requireFinite()
    let (n, d) = (matrix.rowCount, matrix.columnCount)
    let scale: [Double] = matrix.columns.map { Self.powerOfTwoScale(of: $0) }
    var factor = matrix.transposed()
    var tau = [Double](repeating: 0, count: min(n, d))
    var pivots = [Int32](repeating: 0, count: d)
    try factor.withUnsafeMutableBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let base = elements.baseAddress else { return }
      for j in 0..<d {
        for i in 0..<n { base[j * n + i] *= scale[j] }
      }
      try LAPACK.geqp3(rows: n, columns: d, base, pivots: &pivots, tau: &tau)
    }
    let diagonal = factor.diagonal.map { abs($0) }
    let threshold = (tolerance ?? Double(max(n, d)) * .ulpOfOne) * (diagonal.first ?? 0)
    rank = diagonal.prefix { $0 > threshold }.count
    self.pivots = pivots.map { Int($0) - 1 }
    (rowCount, columnCount) = (n, d)
    (self.factor, self.tau, self.scale) = (factor, tau, scale)
  }

  /// The power of two that brings the largest element of a column between 1 and 2; 1 for a column of zeros.
  private static func powerOfTwoScale(of column: Matrix.Column) -> Double {
    let largest = column.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return 1 }
    // A subnormal column's reciprocal power would overflow.
    let exponent = min(-largest.exponent, Double.greatestFiniteMagnitude.exponent)
    return Double(sign: .plus, exponent: exponent, significand: 1)
  }

  /// The coefficients that minimise ‖A x - b‖, and what is left.
  ///
  /// - Parameter b: one value for each row.
  /// - Throws: `.notFinite` where b is not, with the column given as 0; `.overflow` where a coefficient or the residual
  ///   sum of squares is too large for a Double.
  public func leastSquares(_ b: [Double]) throws(LinearAlgebraError) -> LeastSquaresSolution {
    precondition(b.count == rowCount, "\(b.count) values do not fit \(rowCount) rows")
    try requireFinite(rightHandSide: b)
    var rotated = b
    // A copy: LAPACK scribbles on the reflectors while it works, and this value may be in use on other threads.
    var reflectors = factor
    try reflectors.withUnsafeMutableBufferPointer { (elements) throws(LinearAlgebraError) in
      guard let base = elements.baseAddress else { return }
      try LAPACK.ormqr(rows: rowCount, columns: 1, reflectors: tau.count, base, tau: tau, &rotated)
      if rank > 0 { try LAPACK.trtrs(order: rank, base, lda: rowCount, rightHandSides: 1, &rotated, ldb: rowCount) }
    }
    var coefficients = [Double](repeating: 0, count: columnCount)
    for (k, j) in pivots.prefix(rank).enumerated() { coefficients[j] = rotated[k] * scale[j] }
    try requireNoOverflow(coefficients, in: "solution of the least-squares problem")
    let residualSumOfSquares = rotated.dropFirst(rank).reduce(0) { $0 + $1 * $1 }
    try requireNoOverflow(CollectionOfOne(residualSumOfSquares), in: "residual sum of squares")
    return LeastSquaresSolution(
      coefficients: coefficients,
      residualSumOfSquares: residualSumOfSquares,
      rank: rank,
      dependentColumns: dependentColumns)
  }
}

extension PivotedQR {
  /// The inverse of AᵀA over the independent columns, d x d, with zeros in the rows and columns of the others: the
  /// covariance of least-squares coefficients up to the variance of the errors.
  ///
  /// From the inverse of R, which has the condition number of A, where that of AᵀA is its square.
  ///
  /// - Throws: `.overflow`.
  /// - Complexity: d³.
  public func inverseGram() throws(LinearAlgebraError) -> Matrix {
    let d = columnCount
    // Column-major R⁻¹ is row-major R⁻ᵀ.
    var inverse = Matrix.identity(rank)
    try inverse.withUnsafeMutableBufferPointer { (target) throws(LinearAlgebraError) in
      try factor.withUnsafeBufferPointer { (r) throws(LinearAlgebraError) in
        guard let target = target.baseAddress, let r = r.baseAddress, rank > 0 else { return }
        try LAPACK.trtrs(order: rank, r, lda: rowCount, rightHandSides: rank, target, ldb: rank)
      }
    }
    let gram = inverse.gram()
    var result = Matrix.zeros(d, d)
    for (k, i) in pivots.prefix(rank).enumerated() {
      for (l, j) in pivots.prefix(rank).enumerated() { result[i, j] = gram[k, l] * scale[i] * scale[j] }
    }
    try requireNoOverflow(result.elements, in: "inverse of the Gram matrix")
    return result
  }

  /// The columns that are linear combinations of the first `rank` pivots, ascending.
  public var dependentColumns: [Int] { pivots.dropFirst(rank).sorted() }
}
