/// The leading singular values and vectors from a random start, by block Krylov iteration.
///
/// The matrix is touched only in products with a thin block, one pass over it an iteration. All blocks so far, and not
/// only the last, span the space in which the answer is sought: where subspace iteration gains a factor (σₗ₊₁/σₖ)² an
/// iteration, this gains about the square root's worth of exponents, as Lanczos does over the power method. After each
/// iteration the residuals are known, and the method stops when they are small enough.
///
/// Source: Musco and Musco, Randomized block Krylov methods for stronger and faster approximate singular value
/// decomposition, NIPS 2015, arXiv:1504.05477; the random start and its analysis: Halko, Martinsson and Tropp, SIAM
/// Review 53(2), 2011, doi:10.1137/090771806.
public struct RandomizedSVD: Hashable, Sendable {
  /// How many singular values, k.
  public var rank: Int
  /// Extra columns of the random block; 10 by default. They catch what the first ones miss.
  public var oversampling: Int
  /// The most iterations, 10 by default; the data are passed over once in each.
  public var iterations: Int
  /// The iteration stops when every residual ‖AᵀA v - σ² v‖ is at most this times σ₁², 1e-6 by default: singular values
  /// are then good to about its square relative to the gaps, vectors to about itself.
  public var tolerance: Double

  public init(rank: Int, oversampling: Int = 10, iterations: Int = 10, tolerance: Double = 1e-6) {
    self.rank = rank
    self.oversampling = oversampling
    self.iterations = iterations
    self.tolerance = tolerance
  }

  /// The leading right singular vectors, and how good they are.
  public struct RightVectors: Sendable, Hashable {
    /// The k singular values, largest first. Those below 1e-8 of the largest are lost in rounding, because AᵀA squares
    /// them; ``RandomizedSVD/decompose(_:using:shouldContinue:)`` has them in full.
    public let values: [Double]
    /// k x d: row i is the right singular vector of value i.
    public let vectors: Matrix
    /// The iterations made.
    public let iterations: Int
    /// The largest ‖AᵀA v - σ² v‖, relative to σ₁².
    public let residual: Double
  }

  /// The leading right singular vectors, in one pass over the matrix for each iteration.
  ///
  /// - Parameters:
  ///   - map: n x d, of finite elements, of which only products are taken.
  ///   - generator: where the first block comes from.
  ///   - shouldContinue: is told how many iterations are done, after each, and says whether to go on.
  /// - Throws: `.empty`, `.rankOutOfRange` where the rank is below 1 or above min(n, d), `.overflow` where a product
  ///   is not finite, `.noConvergence`, `.cancelled` where `shouldContinue` says no.
  /// - Complexity: 2 n d l multiply-adds an iteration for a block of l = k + oversampling columns; memory 2 l d an
  ///   iteration.
  public func rightVectors(
    of map: some GramMap, using generator: inout some RandomNumberGenerator,
    shouldContinue: (Int) -> Bool = { _ in true }
  ) throws(LinearAlgebraError) -> RightVectors {
    let (n, d) = (map.rowCount, map.columnCount)
    guard n > 0, d > 0 else { throw .empty(rowCount: n, columnCount: d) }
    guard (1...min(n, d)).contains(rank) else { throw .rankOutOfRange(rank, allowed: 1...min(n, d)) }
    let width = rank + min(max(0, oversampling), min(n, d) - rank)
    var space = KrylovSpace(columnCount: d)
    var block = Matrix.standardNormal(rowCount: width, columnCount: d, using: &generator)
    while true {
      let iteration = space.iterations + 1
      block = try space.extend(by: block, map)
      let ritz = try space.leadingPairs(rank)
      if ritz.residual <= tolerance || iteration >= iterations || space.isWhole {
        return RightVectors(
          values: ritz.squares.map { max(0, $0).squareRoot() }, vectors: ritz.vectors, iterations: iteration,
          residual: ritz.residual)
      }
      if !shouldContinue(iteration) { throw .cancelled }
    }
  }

  /// The decomposition of `map`, of `rank` values.
  ///
  /// The left vectors, and small singular values without the loss that squaring brings, take one product more.
  ///
  /// - Throws: as ``rightVectors(of:using:shouldContinue:)``.
  public func decompose(
    _ map: some LinearMap, using generator: inout some RandomNumberGenerator,
    shouldContinue: (Int) -> Bool = { _ in true }
  ) throws(LinearAlgebraError) -> SingularValueDecomposition {
    guard map.rowCount > 0, map.columnCount > 0 else {
      throw .empty(rowCount: map.rowCount, columnCount: map.columnCount)
    }
    if map.rowCount < map.columnCount {
      // The blocks lie along the shorter side.
      let transposed = try decomposeTall(
        TransposedMap(map: map), using: &generator, shouldContinue: shouldContinue)
      return SingularValueDecomposition(
        left: transposed.right.transposed(), values: transposed.values, right: transposed.left.transposed())
    }
    return try decomposeTall(map, using: &generator, shouldContinue: shouldContinue)
  }

  private func decomposeTall(
    _ map: some LinearMap, using generator: inout some RandomNumberGenerator, shouldContinue: (Int) -> Bool
  ) throws(LinearAlgebraError) -> SingularValueDecomposition {
    let right = try rightVectors(of: map, using: &generator, shouldContinue: shouldContinue).vectors
    // A V = U S Wᵀ, so A ≈ U S (V W)ᵀ.
    let small = try map.multiplied(by: right.transposed()).singularValueDecomposition()
    return SingularValueDecomposition(
      left: small.left, values: small.values, right: small.right.multiplied(by: right))
  }
}

/// The span of the blocks W, AᵀA W, (AᵀA)² W, …, with what AᵀA does to it.
private struct KrylovSpace {
  /// m x d: orthonormal rows.
  private(set) var basis: Matrix
  /// m x d: the basis times AᵀA.
  private var images: Matrix
  private(set) var iterations = 0

  /// Whether the basis spans all there is.
  var isWhole: Bool { basis.rowCount == basis.columnCount }

  init(columnCount: Int) {
    basis = .zeros(0, columnCount)
    images = basis
  }

  /// Takes in the part of `block` (l x d) that is new, and returns its image under AᵀA: the next block.
  mutating func extend(by block: Matrix, _ map: some GramMap) throws(LinearAlgebraError) -> Matrix {
    // What is new may be tiny beside what is not; orthonormalising enlarges the rounding along the basis with it, so
    // everything is done twice.
    let room = basis.columnCount - basis.rowCount
    var fresh = try newPart(of: block.rowCount <= room ? block : block.selectingRows(0..<room))
    fresh = try newPart(of: fresh)
    let image = map.gramMultiplied(by: fresh.transposed()).transposed()
    // The place of an element that overflowed in a product says nothing about the map, so it is not named.
    guard (try? image.requireFinite()) != nil else { throw .overflow(operation: "product with a random block") }
    basis = basis.appendingRows(fresh)
    images = images.appendingRows(image)
    iterations += 1
    return image
  }

  private func newPart(of block: Matrix) throws(LinearAlgebraError) -> Matrix {
    let along = block.multiplied(byTransposeOf: basis)
    return try (block - along.multiplied(by: basis)).orthonormalRows()
  }

  /// The best approximations to eigenpairs of AᵀA in the space (Rayleigh and Ritz), and the largest residual.
  func leadingPairs(
    _ count: Int
  ) throws(LinearAlgebraError) -> (squares: [Double], vectors: Matrix, residual: Double) {
    let projected = basis.multiplied(byTransposeOf: images)
    let eigen = try projected.symmetricEigen(.largest(count))
    let vectors = eigen.vectors.multiplied(by: basis)
    let imagesOfVectors = eigen.vectors.multiplied(by: images)
    let largest = eigen.values.first ?? 0
    let residual = eigen.values.indices.reduce(0) { worst, i in
      let square = zip(imagesOfVectors.row(i), vectors.row(i)).reduce(0) { sum, pair in
        let difference = pair.0 - eigen.values[i] * pair.1
        return sum + difference * difference
      }
      return max(worst, square.squareRoot())
    }
    return (eigen.values, vectors, largest > 0 ? residual / largest : 0)
  }
}

extension Matrix {
  /// The leading singular values and vectors from a random start; see ``RandomizedSVD``.
  ///
  /// - Throws: `.notFinite`, else as ``RandomizedSVD/rightVectors(of:using:shouldContinue:)``.
  public func randomizedSVD(
    rank: Int, oversampling: Int = 10, iterations: Int = 10, tolerance: Double = 1e-6,
    using generator: inout some RandomNumberGenerator
  ) throws(LinearAlgebraError) -> SingularValueDecomposition {
    try requireFinite()
    return try RandomizedSVD(rank: rank, oversampling: oversampling, iterations: iterations, tolerance: tolerance)
      .decompose(self, using: &generator)
  }
}
