/// The leading singular values and vectors by random projection, refined by subspace iteration.
///
/// The matrix is touched only in products with a thin block. Subspace iteration with orthonormalisation after every
/// product sharpens the decay of the spectrum: the error is within a small factor of the first singular value left out,
/// a factor that falls to one exponentially in the number of iterations.
///
/// Source: Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 53(2), 2011, algorithms 4.4 and
/// 5.1, doi:10.1137/090771806.
public struct RandomizedSVD: Hashable, Sendable {
  /// How many singular values.
  public var rank: Int
  /// Extra columns of the random block, dropped in the end. Ten catch what the first ones miss.
  public var oversampling: Int
  /// Products with AᵀA between the first and the last. Four give about the accuracy of the data where the spectrum
  /// decays; a flat spectrum needs more.
  public var iterations: Int

  public init(rank: Int, oversampling: Int = 10, iterations: Int = 4) {
    self.rank = rank
    self.oversampling = oversampling
    self.iterations = iterations
  }

  /// The decomposition of `map`, whose elements must be finite.
  ///
  /// - Parameters:
  ///   - map: n x d, of which only products are taken.
  ///   - generator: where the first block comes from.
  ///   - shouldContinue: is told how many iterations are done, after each, and says whether to go on.
  /// - Throws: `.empty`, `.rankOutOfRange` where the rank is below 1 or above min(n, d), `.overflow` where a product
  ///   is not finite, `.noConvergence`, `.cancelled` where `shouldContinue` says no.
  /// - Complexity: (2 iterations + 2) products with a block of rank + oversampling columns.
  public func decompose(
    _ map: some LinearMap, using generator: inout some RandomNumberGenerator,
    shouldContinue: (Int) -> Bool = { _ in true }
  ) throws(LinearAlgebraError) -> SingularValueDecomposition {
    let (n, d) = (map.rowCount, map.columnCount)
    guard n > 0, d > 0 else { throw .empty(rowCount: n, columnCount: d) }
    guard (1...min(n, d)).contains(rank) else { throw .rankOutOfRange(rank, allowed: 1...min(n, d)) }
    let width = rank + min(max(0, oversampling), min(n, d) - rank)
    let start = Matrix.standardNormal(rowCount: d, columnCount: width, using: &generator)
    var range = try orthonormalBasis(of: map.multiplied(by: start))
    for iteration in 0..<max(0, iterations) {
      let coRange = try orthonormalBasis(of: map.transposeMultiplied(by: range))
      range = try orthonormalBasis(of: map.multiplied(by: coRange))
      if !shouldContinue(iteration + 1) { throw .cancelled }
    }
    let small = try map.transposeMultiplied(by: range).singularValueDecomposition()
    // Bᵀ = (QᵀA)ᵀ = U' S V'ᵀ, so A ≈ Q B = (Q V') S U'ᵀ.
    return SingularValueDecomposition(
      left: range.multiplied(byTransposeOf: small.right).selectingColumns(0..<rank),
      values: Array(small.values.prefix(rank)),
      right: small.left.selectingColumns(0..<rank).transposed())
  }

  /// The place of an element that overflowed in a product says nothing about the map, so it is not named.
  private func orthonormalBasis(of product: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard product.maximumMagnitude.isFinite else { throw .overflow(operation: "product with a random block") }
    return try product.orthonormalColumns()
  }
}

extension Matrix {
  /// The leading singular values and vectors by random projection; see ``RandomizedSVD``.
  ///
  /// - Throws: `.notFinite`, and as ``RandomizedSVD/decompose(_:using:shouldContinue:)``.
  public func randomizedSVD(
    rank: Int, oversampling: Int = 10, iterations: Int = 4, using generator: inout some RandomNumberGenerator
  ) throws(LinearAlgebraError) -> SingularValueDecomposition {
    try requireFinite()
    return try RandomizedSVD(rank: rank, oversampling: oversampling, iterations: iterations)
      .decompose(self, using: &generator)
  }
}
