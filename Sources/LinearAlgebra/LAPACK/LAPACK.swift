internal import CLAPACK

/// The LAPACK routines in use, each wrapped once, on column-major data.
///
/// Every wrapper runs under the thread budget and turns the routine's `info` into a typed error. The names are
/// LAPACK's.
enum LAPACK {
  typealias Pointer = UnsafeMutablePointer<Double>

  private static let columnMajor = LAPACK_COL_MAJOR

  private static func character(_ text: Unicode.Scalar) -> CChar { CChar(truncatingIfNeeded: text.value) }

  /// Runs a routine of about as many multiply-adds as the product of `sides`, and throws what its `info` means;
  /// `failure` is for a positive one.
  private static func call(
    _ routine: String, _ sides: Int..., failure: (Int) -> LinearAlgebraError? = { _ in nil }, body: () -> Int32
  ) throws(LinearAlgebraError) {
    let info = Int(BLASThreads.run(work: sides.reduce(1) { $0 * Double($1) }, body))
    guard info != 0 else { return }
    if info == Int(LAPACK_WORK_MEMORY_ERROR) || info == Int(LAPACK_TRANSPOSE_MEMORY_ERROR) {
      throw .outOfMemory(routine: routine)
    }
    throw (info > 0 ? failure(info) : nil) ?? .noConvergence(routine: routine, info: info)
  }

  // MARK: Symmetric positive definite

  /// A = UᵀU in the upper triangle.
  static func potrf(order n: Int, _ a: Pointer) throws(LinearAlgebraError) {
    let order = BLAS.integer(n)
    try call("dpotrf", n, n, n, failure: { .notPositiveDefinite(order: $0) }) {
      LAPACKE_dpotrf(columnMajor, character("U"), order, a, order)
    }
  }

  /// Solves A X = B with the factor of `potrf`; the columns of B are replaced by those of X.
  static func potrs(order n: Int, _ factor: UnsafePointer<Double>, rightHandSides: Int, _ b: Pointer)
    throws(LinearAlgebraError)
  {
    let order = BLAS.integer(n)
    let columns = BLAS.integer(rightHandSides)
    try call("dpotrs", n, n, rightHandSides) {
      LAPACKE_dpotrs(columnMajor, character("U"), order, columns, factor, order, b, order)
    }
  }

  // MARK: Orthogonal factors

  /// A P = Q R with column pivoting, for m x n. `pivots` are LAPACK's, from 1.
  static func geqp3(rows m: Int, columns n: Int, _ a: Pointer, pivots: UnsafeMutablePointer<Int32>, tau: Pointer)
    throws(LinearAlgebraError)
  {
    let (rows, columns) = (BLAS.integer(m), BLAS.integer(n))
    try call("dgeqp3", m, n, min(m, n)) { LAPACKE_dgeqp3(columnMajor, rows, columns, a, rows, pivots, tau) }
  }

  /// Replaces the columns of C (m x c) by those of QᵀC, Q being k reflectors in the columns of `a`.
  ///
  /// LAPACK calls `a` an input, but writes ones on its diagonal while it works: no other call may read it meanwhile.
  static func ormqr(
    rows m: Int, columns: Int, reflectors k: Int, _ a: Pointer, tau: UnsafePointer<Double>, _ c: Pointer
  ) throws(LinearAlgebraError) {
    let (rows, columns, count) = (BLAS.integer(m), BLAS.integer(columns), BLAS.integer(k))
    try call("dormqr", m, k, Int(columns)) {
      LAPACKE_dormqr(columnMajor, character("L"), character("T"), rows, columns, count, a, rows, tau, c, rows)
    }
  }

  /// Solves R X = B for the upper triangle of order n in an array of leading dimension lda.
  static func trtrs(order n: Int, _ r: UnsafePointer<Double>, lda: Int, rightHandSides: Int, _ b: Pointer, ldb: Int)
    throws(LinearAlgebraError)
  {
    let (order, columns) = (BLAS.integer(n), BLAS.integer(rightHandSides))
    let (lda, ldb) = (BLAS.integer(lda), BLAS.integer(ldb))
    try call("dtrtrs", n, n, rightHandSides, failure: { .singular(index: $0 - 1) }) {
      LAPACKE_dtrtrs(
        columnMajor, character("U"), character("N"), character("N"), order, columns, r, lda, b, ldb)
    }
  }

  /// A = L Q for m x n with m <= n.
  static func gelqf(rows m: Int, columns n: Int, _ a: Pointer, tau: Pointer) throws(LinearAlgebraError) {
    let (rows, columns) = (BLAS.integer(m), BLAS.integer(n))
    try call("dgelqf", m, m, n) { LAPACKE_dgelqf(columnMajor, rows, columns, a, rows, tau) }
  }

  /// The m orthonormal rows of the Q that `gelqf` left as reflectors.
  static func orglq(rows m: Int, columns n: Int, _ a: Pointer, tau: UnsafePointer<Double>) throws(LinearAlgebraError) {
    let (rows, columns) = (BLAS.integer(m), BLAS.integer(n))
    try call("dorglq", m, m, n) { LAPACKE_dorglq(columnMajor, rows, columns, rows, a, rows, tau) }
  }

  // MARK: Symmetric eigenvalues

  /// All eigenvalues, ascending, and with `vectors` the eigenvectors in the columns of `a`.
  static func syevd(order n: Int, _ a: Pointer, values: Pointer, vectors: Bool) throws(LinearAlgebraError) {
    let order = BLAS.integer(n)
    try call("dsyevd", n, n, n) {
      LAPACKE_dsyevd(columnMajor, character(vectors ? "V" : "N"), character("U"), order, a, order, values)
    }
  }

  /// The eigenvalues of the ascending indices in `range`, from 0, with their vectors in the columns of `z`.
  static func syevr(order n: Int, _ a: Pointer, range: ClosedRange<Int>, values: Pointer, vectors z: Pointer)
    throws(LinearAlgebraError)
  {
    let order = BLAS.integer(n)
    let (first, last) = (BLAS.integer(range.lowerBound + 1), BLAS.integer(range.upperBound + 1))
    var found: Int32 = 0
    try withScratch(of: Int32.self, count: 2 * range.count) { (support) throws(LinearAlgebraError) in
      try call("dsyevr", n, n, n) {
        LAPACKE_dsyevr(
          columnMajor, character("V"), character("I"), character("U"), order, a, order, 0, 0, first, last, 0,
          &found, values, z, order, support)
      }
    }
  }

  /// A = Q T Qᵀ with tridiagonal T; `a` keeps the reflectors of Q.
  static func sytrd(order n: Int, _ a: Pointer, diagonal: Pointer, offDiagonal: Pointer, tau: Pointer)
    throws(LinearAlgebraError)
  {
    let order = BLAS.integer(n)
    try call("dsytrd", n, n, n) {
      LAPACKE_dsytrd(columnMajor, character("U"), order, a, order, diagonal, offDiagonal, tau)
    }
  }

  /// The eigenvalues, ascending, and eigenvectors of a tridiagonal matrix by divide and conquer.
  static func stedc(order n: Int, diagonal: Pointer, offDiagonal: Pointer, vectors z: Pointer)
    throws(LinearAlgebraError)
  {
    let order = BLAS.integer(n)
    try call("dstedc", n, n, n) {
      LAPACKE_dstedc(columnMajor, character("I"), order, diagonal, offDiagonal, z, order)
    }
  }

  /// Replaces the columns of C (n x columns) by those of Q C, Q being that of `sytrd`; `a` as for `ormqr`.
  static func ormtr(
    order n: Int, columns: Int, _ a: Pointer, tau: UnsafePointer<Double>, _ c: Pointer
  ) throws(LinearAlgebraError) {
    let (order, columns) = (BLAS.integer(n), BLAS.integer(columns))
    try call("dormtr", n, n, Int(columns)) {
      LAPACKE_dormtr(
        columnMajor, character("L"), character("U"), character("N"), order, columns, a, order, tau, c, order)
    }
  }

  // MARK: Singular values

  /// A = U S Vᵀ for m x n, thin: r = min(m, n) columns of U and rows of Vᵀ.
  static func gesdd(rows m: Int, columns n: Int, _ a: Pointer, values: Pointer, u: Pointer, vTransposed: Pointer)
    throws(LinearAlgebraError)
  {
    let (rows, columns, rank) = (BLAS.integer(m), BLAS.integer(n), BLAS.integer(min(m, n)))
    try call("dgesdd", m, n, min(m, n)) {
      LAPACKE_dgesdd(columnMajor, character("S"), rows, columns, a, rows, values, u, rows, vTransposed, rank)
    }
  }
}

/// Runs `body` with `count` uninitialised elements that are gone afterwards.
func withScratch<Element, Result>(
  of type: Element.Type, count: Int,
  _ body: (UnsafeMutablePointer<Element>) throws(LinearAlgebraError) -> Result
) throws(LinearAlgebraError) -> Result {
  let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
  defer { memory.deallocate() }
  return try body(memory)
}
