internal import CLAPACK

/// The BLAS routines in use, each wrapped once. Matrices are row-major here; a row-major matrix is the column-major
/// transpose, so the operands change places on the way down.
enum BLAS {
  enum Transposition {
    case none, transposed

    var flag: CBLAS_TRANSPOSE { self == .none ? CblasNoTrans : CblasTrans }
  }

  /// BLAS's integers have 32 bits. Matrices made from elements are refused with a longer side.
  static func integer(_ value: Int) -> Int32 {
    guard let integer = Int32(exactly: value) else {
      preconditionFailure("BLAS takes sides up to \(Int32.max); this one is \(value)")
    }
    return integer
  }

  /// C := alpha op(A) op(B) + beta C, for row-major op(A) of m x k and op(B) of k x n.
  static func gemm(
    _ opA: Transposition, _ opB: Transposition, m: Int, n: Int, k: Int, alpha: Double = 1,
    _ a: UnsafePointer<Double>, _ lda: Int, _ b: UnsafePointer<Double>, _ ldb: Int,
    beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int
  ) {
    let work = Double(m) * Double(n) * Double(k)
    let (m, n, k) = (integer(m), integer(n), integer(k))
    let (lda, ldb, ldc) = (integer(max(1, lda)), integer(max(1, ldb)), integer(max(1, ldc)))
    BLASThreads.run(work: work) {
      cblas_dgemm(CblasColMajor, opB.flag, opA.flag, n, m, k, alpha, b, ldb, a, lda, beta, c, ldc)
    }
  }

  /// The lower triangle of row-major C := op(A) op(A)ᵀ + beta C of order n, where op(A) is n x k.
  static func syrk(
    _ opA: Transposition, n: Int, k: Int, _ a: UnsafePointer<Double>, _ lda: Int,
    beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int
  ) {
    let work = Double(n) * Double(n) * Double(k) / 2
    let (n, k, lda, ldc) = (integer(n), integer(k), integer(max(1, lda)), integer(max(1, ldc)))
    let flag = opA == .none ? CblasTrans : CblasNoTrans
    BLASThreads.run(work: work) {
      cblas_dsyrk(CblasColMajor, CblasUpper, flag, n, k, 1, a, lda, beta, c, ldc)
    }
  }

  /// y := op(A) x + beta y for row-major A of m x n. On one thread: it waits for memory, not for arithmetic.
  static func gemv(
    _ opA: Transposition, m: Int, n: Int, _ a: UnsafePointer<Double>, _ lda: Int,
    _ x: UnsafePointer<Double>, beta: Double, _ y: UnsafeMutablePointer<Double>
  ) {
    let (m, n, lda) = (integer(m), integer(n), integer(max(1, lda)))
    let flag = opA == .none ? CblasTrans : CblasNoTrans
    BLASThreads.run(work: 0) {
      cblas_dgemv(CblasColMajor, flag, n, m, 1, a, lda, x, 1, beta, y, 1)
    }
  }
}
