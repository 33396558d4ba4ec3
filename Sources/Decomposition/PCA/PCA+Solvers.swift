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
    case .randomized(let oversampling, let iterations, let tolerance):
      return try solveByKrylov(samples, using: &generator) { rank in
        RandomizedSVD(rank: rank, oversampling: oversampling, iterations: iterations, tolerance: tolerance)
      }
    }
  }

  private var isScaled: Bool { configuration.matrix == .correlation }

  /// The larger side times ε: what rounding leaves of a zero, relative to the largest.
  private var relativeTolerance: Double {
    Double(max(rowCount, columnCount)) * .ulpOfOne
  }

  /// Centred rows add up to zero, so they span one dimension less than there are rows.
  private var dimensionLimit: Int { min(rowCount - 1, columnCount) }

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

  func solveByCovariance(
    _ moments: Moments, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    let scale = scale(sumOfSquares: moments.scatter.diagonal)
    try totalVariance(sumOfSquares: moments.scatter.diagonal, scale: scale)
    let (eigen, spectrum, rank) = try eigen(
      of: isScaled ? moments.correlation() : moments.scatter, dividedBy: isScaled ? 1 : divisor,
      constantColumnCount: moments.constantColumns.count, using: &generator)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum, rank: rank, components: eigen.vectors,
      method: "\(configuration.matrix.rawValue) matrix, all eigenvalues, then \(eigen.vectors.rowCount) vectors")
  }

  /// Every eigenvalue of a matrix divided by a number, then the vectors that the rule keeps. The variances are d, with
  /// zeros for those that a Gram matrix of fewer rows does not have.
  private func eigen(
    of matrix: Matrix, dividedBy divisor: Double, constantColumnCount: Int,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> (eigen: SymmetricEigen, spectrum: VarianceSpectrum, rank: Int) {
    var spectrum = VarianceSpectrum(variances: [])
    var rank = 0
    var choice: Result<Int, LearningError> = .success(0)
    let eigen = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try matrix.symmetricEigen { undivided in
        let values = undivided.map { $0 / divisor }
        spectrum = self.spectrum(of: values)
        rank = numericalRank(of: values, variances: values)
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

  /// The moments of the columns, what they are divided by, and sqrt(w) (x - m) / s in memory of its own.
  private func centeredData(
    of samples: Samples
  ) throws(LearningError) -> (moments: ColumnMoments, scale: [Double], matrix: Matrix) {
    let moments = try columnMoments(of: samples)
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    try totalVariance(sumOfSquares: moments.sumOfSquares, scale: scale)
    let x = samples.x
    let centered = isScaled ? x.standardized(center: moments.mean, scale: scale) : x.centered(at: moments.mean)
    return (moments, scale, samples.weights.map { centered.scalingRows(by: $0.map { $0.squareRoot() }) } ?? centered)
  }

  private func columnMoments(of samples: Samples) throws(LearningError) -> ColumnMoments {
    try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: samples.x, weights: samples.weights)
    }
  }

  private func solveByGram(
    _ samples: Samples, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Solution {
    let (moments, scale, centered) = try centeredData(of: samples)
    let (eigen, spectrum, rank) = try eigen(
      of: centered.rowGram(), dividedBy: divisor, constantColumnCount: moments.constantColumns.count, using: &generator)
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
    let (moments, scale, centered) = try centeredData(of: samples)
    let svd = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try centered.singularValueDecomposition()
    }
    let spectrum = spectrum(of: svd.values.map { $0 * $0 / divisor })
    let rank = numericalRank(of: svd.values, variances: spectrum.variances)
    let count = try componentCount(
      of: spectrum, rank: rank, constantColumnCount: moments.constantColumns.count, using: &generator)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: spectrum, rank: rank, components: svd.right.selectingRows(0..<count),
      method: "singular value decomposition of the centred data")
  }

  // MARK: Random start

  private func solveByKrylov(
    _ samples: Samples, using generator: inout some RandomNumberGenerator, method: (Int) -> RandomizedSVD
  ) throws(LearningError) -> Solution {
    guard case .count(let count) = configuration.components else {
      throw .invalidOption(name: "solver", value: ".randomized", allowed: "used with `.count(k)`")
    }
    let moments = try columnMoments(of: samples)
    let scale = scale(sumOfSquares: moments.sumOfSquares)
    let total = try totalVariance(sumOfSquares: moments.sumOfSquares, scale: scale)
    guard total >= .leastNormalMagnitude else { throw .noVariation }
    try requireRank(min(rowCount - 1, columnCount - moments.constantColumns.count), for: count)
    let map = CenteredMap(samples.x, weights: samples.weights, moments: moments, scale: scale)
    let method = method(count)
    let found: RandomizedSVD.RightVectors
    do {
      found = try method.rightVectors(of: map, using: &generator) { iteration in
        let progress = Monitor.Progress(stage: "block Krylov", iteration: iteration, iterationLimit: method.iterations)
        return (try? Monitor.poll(progress)) != nil
      }
    } catch {
      throw LearningError(error)
    }
    let variances = found.values.map { $0 * $0 / divisor }
    // The iteration works with the squares, so it is they that rounding blurs.
    let rank = numericalRank(of: variances, variances: variances)
    try requireRank(rank, for: count)
    return Solution(
      center: moments.mean, scale: scale, constantColumns: moments.constantColumns,
      spectrum: VarianceSpectrum(variances: variances, total: total), rank: rank, components: found.vectors,
      method: "block Krylov iteration from a random block of \(count) + \(method.oversampling) columns",
      iterations: found.iterations,
      certificate: Certificate(.residualNorm, value: found.residual, tolerance: method.tolerance))
  }
}
