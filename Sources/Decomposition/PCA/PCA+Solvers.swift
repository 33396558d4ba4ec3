import Learning
import LinearAlgebra

/// The four ways to the components. Each finds the variances, asks how many to keep, and computes those.
extension PCA.Problem {
  private var isScaled: Bool { configuration.matrix == .correlation }

  /// The larger side times ε: what rounding leaves of a zero, relative to the largest.
  private var relativeTolerance: Double {
    Double(max(x.rowCount, x.columnCount)) * .ulpOfOne
  }

  /// Centred rows add up to zero, so they span one dimension less than there are rows.
  private var dimensionLimit: Int { min(x.rowCount - 1, x.columnCount) }

  /// The number of values that are not zero but for rounding. Variances that have lost digits to underflow are zero.
  private func numericalRank(of values: [Double], variances: [Double]) -> Int {
    let threshold = relativeTolerance * (values.first ?? 0)
    return zip(values, variances).prefix(dimensionLimit)
      .prefix { $0.0 > threshold && $0.1 >= .leastNormalMagnitude }.count
  }

  /// Standard deviations to divide by, for the correlation matrix; ones elsewhere and for columns that are constant, or
  /// so nearly that their sum of squares has lost digits to underflow.
  private func scale(sumOfSquares: [Double]) -> [Double] {
    // The roots apart: the quotient of a tiny sum and the divisor could underflow.
    let root = divisor.squareRoot()
    return sumOfSquares.map { isScaled && $0 >= .leastNormalMagnitude ? $0.squareRoot() / root : 1 }
  }

  /// The trace of the analysed matrix. Where it is finite, so is every eigenvalue.
  @discardableResult
  private func totalVariance(sumOfSquares: [Double], scale: [Double]) throws(LearningError) -> Double {
    let sum = zip(sumOfSquares, scale).reduce(0) { sum, column in
      let length = column.0.squareRoot() / column.1
      return sum + length * length
    }
    let total = sum / divisor
    guard total.isFinite else { throw .linearAlgebra(.overflow(operation: "sum of the variances")) }
    return total
  }

  // MARK: The covariance matrix

  func solveByCovariance() throws(LearningError) -> Solution {
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try Moments(of: x, weights: weights)
    }
    let scale = scale(sumOfSquares: moments.scatter.diagonal)
    try totalVariance(sumOfSquares: moments.scatter.diagonal, scale: scale)
    let matrix = isScaled ? moments.correlation() : moments.covariance(configuration.denominator)
    let (eigen, spectrum, rank) = try eigen(of: matrix)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum, rank: rank, components: eigen.vectors,
      method: "\(configuration.matrix.rawValue) matrix, all eigenvalues, then \(eigen.vectors.rowCount) vectors")
  }

  /// Every eigenvalue, then the vectors that the rule keeps.
  private func eigen(
    of matrix: Matrix
  ) throws(LearningError) -> (eigen: SymmetricEigen, spectrum: VarianceSpectrum, rank: Int) {
    var spectrum = VarianceSpectrum(variances: [])
    var rank = 0
    var choice: Result<Int, LearningError> = .success(0)
    let eigen = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try matrix.symmetricEigen { values in
        // A covariance matrix has no negative eigenvalues; what is below zero is rounding.
        spectrum = VarianceSpectrum(variances: values.map { max(0, $0) })
        rank = numericalRank(of: values, variances: values)
        choice = Result { () throws(LearningError) in try componentCount(of: spectrum, rank: rank) }
        return (try? choice.get()) ?? 0
      }
    }
    _ = try choice.get()
    return (eigen, spectrum, rank)
  }

  // MARK: The centred data

  /// sqrt(w) (x - m) / s, in memory of its own.
  private func prepared(_ moments: ColumnMoments, scale: [Double]) -> Matrix {
    let centered = isScaled ? x.standardized(center: moments.mean, scale: scale) : x.centered(at: moments.mean)
    return weights.map { centered.scalingRows(by: $0.map { $0.squareRoot() }) } ?? centered
  }

  private func columnMoments() throws(LearningError) -> ColumnMoments {
    try LearningError.wrapping { () throws(LinearAlgebraError) in try ColumnMoments(of: x, weights: weights) }
  }

  /// The known variances and zeros for the rest, d of them, so that every exact solver gives the same list.
  private func spectrum(of variances: [Double]) -> VarianceSpectrum {
    let d = x.columnCount
    let known = variances.prefix(d).map { max(0, $0) }
    return VarianceSpectrum(variances: known + [Double](repeating: 0, count: d - known.count))
  }

  func solveByGram() throws(LearningError) -> Solution {
    let moments = try columnMoments()
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    try totalVariance(sumOfSquares: moments.sumOfSquares, scale: scale)
    let centered = prepared(moments, scale: scale)
    let (eigen, found, rank) = try eigen(of: centered.rowGram() / divisor)
    // Xᵀu has length sqrt(λ (n - 1)); orthonormalising, largest first, also mends what dividing by a small one spoils.
    let directions = eigen.vectors.multiplied(by: centered)
    let components = try LearningError.wrapping { () throws(LinearAlgebraError) in try directions.orthonormalRows() }
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum(of: found.variances), rank: rank, components: components,
      method: "Gram matrix of the rows, all eigenvalues, then \(components.rowCount) vectors")
  }

  func solveBySVD() throws(LearningError) -> Solution {
    let moments = try columnMoments()
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    try totalVariance(sumOfSquares: moments.sumOfSquares, scale: scale)
    let svd = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try prepared(moments, scale: scale).singularValueDecomposition()
    }
    let spectrum = spectrum(of: svd.values.map { $0 * $0 / divisor })
    let rank = numericalRank(of: svd.values, variances: spectrum.variances)
    let count = try componentCount(of: spectrum, rank: rank)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum, rank: rank, components: svd.right.selectingRows(0..<count),
      method: "singular value decomposition of the centred data")
  }

  // MARK: Random projection

  /// A residual of this size, relative to the largest singular value, leaves the variances about its square wrong.
  private static let projectionTolerance = 1e-4

  func solveByProjection(
    oversampling: Int, iterations: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    guard case .count(let count) = configuration.components else {
      throw .invalidOption(name: "solver", value: ".randomized", allowed: "used with `.count(k)`")
    }
    let moments = try columnMoments()
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    let total = try totalVariance(sumOfSquares: moments.sumOfSquares, scale: scale)
    guard total >= .leastNormalMagnitude else { throw .noVariation }
    try requireRank(min(x.rowCount - 1, x.columnCount - moments.constantColumns.count), for: count)
    let map = CenteredMap(x, weights: weights, moments: moments, scale: scale)
    let svd: SingularValueDecomposition
    do {
      svd = try RandomizedSVD(rank: count, oversampling: oversampling, iterations: iterations)
        .decompose(map, using: &generator) { iteration in
          let progress = Monitor.Progress(
            stage: "subspace iteration", iteration: iteration, iterationLimit: iterations)
          return (try? Monitor.poll(progress)) != nil
        }
    } catch {
      throw LearningError(error)
    }
    let variances = svd.values.map { $0 * $0 / divisor }
    let rank = numericalRank(of: svd.values, variances: variances)
    try requireRank(rank, for: count)
    let largest = svd.values.first ?? 0
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: VarianceSpectrum(variances: variances, total: total), rank: rank, components: svd.right,
      method: "randomized projection onto \(count) + \(oversampling) columns, \(iterations) iterations",
      iterations: max(1, iterations),
      certificate: Certificate(
        .residualNorm, value: largestResidual(of: svd, map) / largest, tolerance: Self.projectionTolerance))
  }

  /// The largest ‖A v - s u‖. The other half, ‖Aᵀu - s v‖, is zero by construction.
  private func largestResidual(of svd: SingularValueDecomposition, _ map: CenteredMap) -> Double {
    let images = map.multiplied(by: svd.right.transposed())
    return svd.values.indices.reduce(0) { largest, k in
      let square = zip(images.column(k), svd.left.column(k)).reduce(0) { sum, pair in
        let difference = pair.0 - svd.values[k] * pair.1
        return sum + difference * difference
      }
      return max(largest, square.squareRoot())
    }
  }
}
