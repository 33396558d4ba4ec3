import Learning
import LinearAlgebra

/// The rows that count, and their weights.
struct Samples {
  let x: Matrix
  let weights: [Double]?
}

/// The four ways to the components. Each finds the variances, asks how many to keep, and computes those.
extension PCA.Problem {
  func solve(_ samples: Samples, using generator: inout some RandomNumberGenerator) throws(LearningError) -> Solution {
    switch configuration.resolvedSolver(rowCount: rowCount, columnCount: columnCount) {
    case .automatic, .covariance:
      let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
        try Moments(of: samples.x, weights: samples.weights)
      }
      return try solveByCovariance(moments, using: &generator)
    case .gram:
      return try solveByGram(samples, using: &generator)
    case .svd:
      return try solveBySVD(samples, using: &generator)
    case .randomized(let oversampling, let iterations):
      return try solveByProjection(samples, oversampling: oversampling, iterations: iterations, using: &generator)
    }
  }

  private var isScaled: Bool { configuration.matrix == .correlation }

  /// The larger side times ε: what rounding leaves of a zero, relative to the largest.
  private var relativeTolerance: Double {
    Double(max(rowCount, columnCount)) * .ulpOfOne
  }

  /// Standard deviations to divide by, for the correlation matrix; ones elsewhere and for constant columns.
  private func scale(sumOfSquares: [Double]) -> [Double] {
    sumOfSquares.map { isScaled && $0 > 0 ? ($0 / divisor).squareRoot() : 1 }
  }

  // MARK: The covariance matrix

  func solveByCovariance(
    _ moments: Moments, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    let matrix = isScaled ? moments.correlation() : moments.covariance(configuration.denominator)
    let (eigen, spectrum, rank) = try eigen(
      of: matrix, constantColumnCount: moments.constantColumns.count, using: &generator)
    return Solution(
      center: moments.mean, scale: scale(sumOfSquares: moments.scatter.diagonal),
      constantColumns: moments.constantColumns, spectrum: spectrum, rank: rank, components: eigen.vectors,
      method: "\(configuration.matrix.rawValue) matrix, all eigenvalues, then \(eigen.vectors.rowCount) vectors")
  }

  /// Every eigenvalue, then the vectors that the rule keeps. The variances are d, with zeros for those that a Gram matrix
  /// of fewer rows does not have.
  private func eigen(
    of matrix: Matrix, constantColumnCount: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> (eigen: SymmetricEigen, spectrum: VarianceSpectrum, rank: Int) {
    var spectrum = VarianceSpectrum(variances: [])
    var rank = 0
    var choice: Result<Int, LearningError> = .success(0)
    let eigen = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try matrix.symmetricEigen { values in
        spectrum = self.spectrum(of: values)
        rank = values.prefix { $0 > relativeTolerance * (values.first ?? 0) }.count
        choice = Result { () throws(LearningError) in
          try componentCount(
            of: spectrum, rank: rank, constantColumnCount: constantColumnCount, using: &generator)
        }
        return (try? choice.get()) ?? 0
      }
    }
    _ = try choice.get()
    return (eigen, spectrum, rank)
  }

  /// The known variances, and zeros up to d, so that every exact solver gives the same list.
  private func spectrum(of variances: [Double]) -> VarianceSpectrum {
    // A covariance matrix has no negative eigenvalues; what is below zero is rounding.
    let known = variances.prefix(columnCount).map { max(0, $0) }
    return VarianceSpectrum(variances: known + [Double](repeating: 0, count: columnCount - known.count))
  }

  // MARK: The centred data

  /// sqrt(w) (x - m) / s, in memory of its own.
  private func prepared(_ samples: Samples, _ moments: ColumnMoments, scale: [Double]) -> Matrix {
    let x = samples.x
    let centered = isScaled ? x.standardized(center: moments.mean, scale: scale) : x.centered(at: moments.mean)
    return samples.weights.map { centered.scalingRows(by: $0.map { $0.squareRoot() }) } ?? centered
  }

  private func columnMoments(of samples: Samples) throws(LearningError) -> ColumnMoments {
    try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: samples.x, weights: samples.weights)
    }
  }

  private func solveByGram(
    _ samples: Samples, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    let moments = try columnMoments(of: samples)
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    let centered = prepared(samples, moments, scale: scale)
    let (eigen, spectrum, rank) = try eigen(
      of: centered.rowGram() / divisor, constantColumnCount: moments.constantColumns.count, using: &generator)
    // Xᵀu has length sqrt(λ (n - 1)); orthonormalising, largest first, also mends what dividing by a small one spoils.
    let directions = eigen.vectors.multiplied(by: centered)
    let components = try LearningError.wrapping { () throws(LinearAlgebraError) in try directions.orthonormalRows() }
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns, spectrum: spectrum, rank: rank,
      components: components,
      method: "Gram matrix of the rows, all eigenvalues, then \(components.rowCount) vectors")
  }

  private func solveBySVD(
    _ samples: Samples, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    let moments = try columnMoments(of: samples)
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    let svd = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try prepared(samples, moments, scale: scale).singularValueDecomposition()
    }
    let spectrum = spectrum(of: svd.values.map { $0 * $0 / divisor })
    // Centred rows add up to zero, so they have one dimension less than there are rows.
    let dimensions = min(rowCount - 1, columnCount)
    let threshold = relativeTolerance * (svd.values.first ?? 0)
    let rank = svd.values.prefix(dimensions).prefix { $0 > threshold }.count
    let count = try componentCount(
      of: spectrum, rank: rank, constantColumnCount: moments.constantColumns.count, using: &generator)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum, rank: rank, components: svd.right.selectingRows(0..<count),
      method: "singular value decomposition of the centred data")
  }

  // MARK: Random start

  private func solveByProjection(
    _ samples: Samples, oversampling: Int, iterations: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    guard case .count(let count) = configuration.components else {
      throw .invalidOption(name: "solver", value: ".randomized", allowed: "used with `.count(k)`")
    }
    let moments = try columnMoments(of: samples)
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    guard moments.sumOfSquares.contains(where: { $0 > 0 }) else { throw .noVariation }
    try requireRank(min(rowCount - 1, columnCount - moments.constantColumns.count), for: count)
    let map = CenteredMap(samples.x, weights: samples.weights, center: moments.mean, scale: scale)
    let method = RandomizedSVD(rank: count, oversampling: oversampling, iterations: iterations)
    let found: RandomizedSVD.RightVectors
    do {
      found = try method.rightVectors(of: map, using: &generator) { iteration in
        let progress = Monitor.Progress(stage: "block Krylov", iteration: iteration, iterationLimit: iterations)
        return (try? Monitor.poll(progress)) != nil
      }
    } catch {
      throw LearningError(error)
    }
    let variances = found.values.map { $0 * $0 / divisor }
    // Squaring halves the digits: what is below the tolerance here may be nothing but rounding.
    let rank = variances.prefix { $0 > relativeTolerance * (variances.first ?? 0) }.count
    try requireRank(rank, for: count)
    let total = zip(moments.sumOfSquares, scale).reduce(0) { $0 + $1.0 / ($1.1 * $1.1) } / divisor
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: VarianceSpectrum(variances: variances, total: total), rank: rank, components: found.vectors,
      method: "block Krylov iteration from a random block of \(count) + \(oversampling) columns",
      iterations: found.iterations,
      certificate: Certificate(.residualNorm, value: found.residual, tolerance: method.tolerance))
  }
}
