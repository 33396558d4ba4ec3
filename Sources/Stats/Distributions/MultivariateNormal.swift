public import Learning
public import LinearAlgebra
internal import RealModule

/// The multivariate normal distribution.
///
///     f(x) = exp(-½ (x - μ)ᵀ Σ⁻¹ (x - μ)) / √((2π)ᵈ |Σ|)
///
/// Densities of many rows at once are in MultivariateNormal+Rows.swift, marginal and conditional distributions in
/// MultivariateNormal+Parts.swift.
public struct MultivariateNormal: Distribution {
  public static let name = "multivariate normal"

  /// μ, d numbers.
  public let mean: [Double]
  /// Σ, d x d, symmetric and positive definite.
  public let covariance: Matrix
  /// The lower triangular L with Σ = L Lᵀ.
  let factor: Matrix
  /// log √((2π)ᵈ |Σ|)
  let logNormalization: Double

  private enum CodingKeys: String, CodingKey { case mean, covariance }

  /// - Parameters:
  ///   - mean: d numbers.
  ///   - covariance: d x d. Its lower triangle is taken; the upper one must equal it to within rounding errors, 1e-9 of
  ///     the standard deviations' product.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` for a number that is not finite,
  ///   for a covariance that is not symmetric or of another order than the mean; `.linearAlgebra` with `.notSquare`,
  ///   `.empty` or `.notPositiveDefinite`.
  /// - Complexity: d³/3 multiply-adds.
  public init(mean: [Double], covariance: Matrix) throws(LearningError) {
    try Self.requireParameters(mean: mean, covariance: covariance)
    // From the triangle that the factorization reads, so that the two agree to the last bit.
    var symmetric = covariance
    for i in mean.indices {
      for j in 0..<i { symmetric[j, i] = covariance[i, j] }
    }
    let cholesky = try LearningError.wrapping { () throws(LinearAlgebraError) in try Cholesky(of: symmetric) }
    self.mean = mean
    self.covariance = symmetric
    factor = cholesky.factor
    logNormalization = Double(mean.count) * Normal.logRootTwoPi + 0.5 * cholesky.logDeterminant
  }

  private static func requireParameters(mean: [Double], covariance: Matrix) throws(LearningError) {
    guard covariance.rowCount == covariance.columnCount else {
      throw .linearAlgebra(.notSquare(rowCount: covariance.rowCount, columnCount: covariance.columnCount))
    }
    try require(
      mean.count == covariance.rowCount, "number of means", Double(mean.count),
      "\(covariance.rowCount), the order of the covariance")
    for (j, value) in mean.enumerated() { try requireFinite(value, "mean of variable \(j)") }
    for i in mean.indices {
      for j in 0...i {
        let (value, mirrored) = (covariance[i, j], covariance[j, i])
        try requireFinite(value, "covariance at row \(i), column \(j)")
        let scale = abs(covariance[i, i]).squareRoot() * abs(covariance[j, j]).squareRoot()
        try require(
          abs(value - mirrored) <= 1e-9 * scale, "covariance at row \(j), column \(i)", mirrored,
          "\(value) as at row \(i), column \(j), because a covariance is symmetric")
      }
    }
  }

  /// d, the number of variables.
  public var dimension: Int { mean.count }

  /// ½ log((2πe)ᵈ |Σ|).
  public var entropy: Double { logNormalization + 0.5 * Double(dimension) }

  /// The logarithm of the density at a point of d numbers; another count is a slip of the caller's. For rows of data
  /// see ``logDensities(of:)``.
  ///
  /// - Complexity: d²/2 multiply-adds.
  public func logDensity(_ x: [Double]) -> Double {
    -0.5 * squaredMahalanobisDistance(of: x) - logNormalization
  }

  /// (x - μ)ᵀ Σ⁻¹ (x - μ), of a point of d numbers.
  public func squaredMahalanobisDistance(of x: [Double]) -> Double {
    precondition(x.count == dimension, "A point of \(x.count) numbers is not one of \(dimension) variables")
    let distance = whitened(zip(x, mean).map { $0 - $1 }).reduce(0) { $0 + $1 * $1 }
    // ∞ less ∞, and 0 times ∞: a point as far away as numbers go.
    return distance.isNaN && !x.contains(where: \.isNaN) ? .infinity : distance
  }

  /// L⁻¹ r, by forward substitution.
  private func whitened(_ residual: [Double]) -> [Double] {
    var result = residual
    factor.withUnsafeBufferPointer { l in
      for i in result.indices {
        let row = i * result.count
        for j in 0..<i { result[i] -= l[row + j] * result[j] }
        result[i] /= l[row + i]
      }
    }
    return result
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> [Double] {
    Array(sampleRows(1, using: &generator).row(0))
  }

  public func samples(_ count: Int, using generator: inout some RandomNumberGenerator) -> [[Double]] {
    sampleRows(count, using: &generator).rows.map { Array($0) }
  }
}

extension MultivariateNormal {
  /// Decodes the parameters and factors the covariance.
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        mean: parameters.decode([Double].self, forKey: .mean),
        covariance: parameters.decode(Matrix.self, forKey: .covariance))
    }
  }

  /// "multivariate normal(2 dimensions)"
  public var description: String {
    "multivariate normal(\(dimension) \(dimension == 1 ? "dimension" : "dimensions"))"
  }
}
