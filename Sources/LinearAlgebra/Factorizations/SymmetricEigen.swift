/// Eigenvalues and eigenvectors of a symmetric matrix, largest first.
///
///     let eigen = try covariance.symmetricEigen(.largest(3))
///     eigen.values       // λ₁ >= λ₂ >= λ₃
///     eigen.vectors      // 3 x n: row i belongs to value i
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues asked for, largest first.
  public let values: [Double]
  /// The eigenvectors, one a row, orthonormal; their signs are as LAPACK left them.
  public let vectors: Matrix

  /// Which eigenvalues and vectors to compute.
  public enum Selection: Hashable, Sendable {
    /// All of them, by divide and conquer (`dsyevd`).
    case all
    /// The k largest.
    case largest(Int)
    /// Those with these indices, where 0 is the largest, by relatively robust representations (`dsyevr`).
    case indices(ClosedRange<Int>)
  }

  /// Q diag(λ) Qᵀ over the vectors that are there.
  public func reconstruct() -> Matrix {
    vectors.scalingRows(by: Array(values.prefix(vectors.rowCount))).transposeMultiplied(by: vectors)
  }
}

extension Matrix {
  /// The eigenvalues and eigenvectors of a symmetric matrix; only its lower triangle is read.
  ///
  /// - Throws: `.notSquare`, `.empty`, `.notFinite`, `.rankOutOfRange`, `.indexOutOfRange`, `.overflow`,
  ///   `.noConvergence`.
  /// - Complexity: about 9 n³ flops for all, 4/3 n³ + 4 n² k for k of them.
  public func symmetricEigen(
    _ selection: SymmetricEigen.Selection = .all
  ) throws(LinearAlgebraError) -> SymmetricEigen {
    try requireSquare()
    try requireFinite()
    switch selection {
    case .all:
      return try allEigen()
    case .largest(let count):
      guard (1...rowCount).contains(count) else { throw .rankOutOfRange(count, allowed: 1...rowCount) }
      return try eigen(in: 0...count - 1)
    case .indices(let range):
      for index in [range.lowerBound, range.upperBound] where !(0..<rowCount).contains(index) {
        throw .indexOutOfRange(index, allowed: 0...rowCount - 1)
      }
      return try eigen(in: range)
    }
  }

  /// The eigenvalues of a symmetric matrix, largest first, without vectors.
  ///
  /// - Throws: `.notSquare`, `.empty`, `.notFinite`, `.overflow`, `.noConvergence`.
  /// - Complexity: about 4/3 n³ flops.
  public func symmetricEigenvalues() throws(LinearAlgebraError) -> [Double] {
    try requireSquare()
    try requireFinite()
    var scratch = self
    var values = [Double](repeating: 0, count: rowCount)
    try scratch.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
      guard let a = a.baseAddress else { return }
      try LAPACK.syevd(order: rowCount, a, values: &values, vectors: false)
    }
    try Self.requireFinite(eigenvalues: values)
    return values.reversed()
  }

  /// All eigenvalues, and then only as many eigenvectors as `count` asks for after it has seen them: how many
  /// components reach a share of the variance is known only from the whole spectrum.
  ///
  /// The result holds every value, largest first, and the vectors of the first `count` of them.
  ///
  /// - Parameter count: gets the n eigenvalues, largest first; its answer is held to 0...n.
  /// - Throws: `.notSquare`, `.empty`, `.notFinite`, `.overflow`, `.noConvergence`.
  /// - Complexity: 4/3 n³ flops for the tridiagonal form, up to as many for its divide and conquer, which costs little
  ///   more with vectors than without, and 2 n² k to bring k of those vectors back.
  public func symmetricEigen(choosing count: ([Double]) -> Int) throws(LinearAlgebraError) -> SymmetricEigen {
    try requireSquare()
    try requireFinite()
    let n = rowCount
    var reflectors = self
    var diagonal = [Double](repeating: 0, count: n)
    var offDiagonal = [Double](repeating: 0, count: max(1, n - 1))
    var tau = offDiagonal
    try reflectors.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
      guard let a = a.baseAddress else { return }
      try LAPACK.sytrd(order: n, a, diagonal: &diagonal, offDiagonal: &offDiagonal, tau: &tau)
    }
    try Self.requireFinite(eigenvalues: diagonal + offDiagonal)
    var tridiagonalVectors = Matrix(rowCount: n, columnCount: n) { _ in }
    return try tridiagonalVectors.withUnsafeMutableBufferPointer { (z) throws(LinearAlgebraError) in
      guard let z = z.baseAddress else { return SymmetricEigen(values: [], vectors: self) }
      try LAPACK.stedc(order: n, diagonal: &diagonal, offDiagonal: &offDiagonal, vectors: z)
      try Self.requireFinite(eigenvalues: diagonal)
      let values = Array(diagonal.reversed())
      let k = min(max(0, count(values)), n)
      guard k > 0 else { return SymmetricEigen(values: values, vectors: .zeros(0, n)) }
      // The wanted columns are the last k; ascending there, so the rows are turned round here.
      let wanted = z + (n - k) * n
      try reflectors.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
        guard let a = a.baseAddress else { return }
        try LAPACK.ormtr(order: n, columns: k, a, tau: tau, wanted)
      }
      return SymmetricEigen(values: values, vectors: Self.reversedRows(of: wanted, rowCount: k, columnCount: n))
    }
  }

  private func allEigen() throws(LinearAlgebraError) -> SymmetricEigen {
    let n = rowCount
    var vectors = self
    var values = [Double](repeating: 0, count: n)
    return try vectors.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
      guard let a = a.baseAddress else { return SymmetricEigen(values: [], vectors: self) }
      try LAPACK.syevd(order: n, a, values: &values, vectors: true)
      try Self.requireFinite(eigenvalues: values)
      return SymmetricEigen(
        values: values.reversed(), vectors: Self.reversedRows(of: a, rowCount: n, columnCount: n))
    }
  }

  private func eigen(in range: ClosedRange<Int>) throws(LinearAlgebraError) -> SymmetricEigen {
    let (n, k) = (rowCount, range.count)
    let ascending = n - 1 - range.upperBound...n - 1 - range.lowerBound
    var scratch = self
    // dsyevr may use the whole of the values while it works.
    var values = [Double](repeating: 0, count: n)
    return try scratch.withUnsafeMutableBufferPointer { (a) throws(LinearAlgebraError) in
      try withScratch(of: Double.self, count: n * k) { (z) throws(LinearAlgebraError) in
        guard let a = a.baseAddress else { return SymmetricEigen(values: [], vectors: self) }
        try LAPACK.syevr(order: n, a, range: ascending, values: &values, vectors: z)
        try Self.requireFinite(eigenvalues: values.prefix(k))
        return SymmetricEigen(
          values: values.prefix(k).reversed(), vectors: Self.reversedRows(of: z, rowCount: k, columnCount: n))
      }
    }
  }

  private static func requireFinite(eigenvalues: some Sequence<Double>) throws(LinearAlgebraError) {
    try requireNoOverflow(eigenvalues, in: "computation of the eigenvalues")
  }

  /// A column-major array's columns, as rows, last first.
  private static func reversedRows(of base: UnsafePointer<Double>, rowCount: Int, columnCount: Int) -> Matrix {
    Matrix(rowCount: rowCount, columnCount: columnCount) { target in
      guard let target = target.baseAddress else { return }
      for i in 0..<rowCount {
        (target + i * columnCount).initialize(from: base + (rowCount - 1 - i) * columnCount, count: columnCount)
      }
    }
  }
}
