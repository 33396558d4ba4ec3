public import Learning
internal import LinearAlgebra

extension Datasets {
  /// A signal in few directions and noise in all: data on which to judge how components are found and counted.
  ///
  /// Each sample is x = Σₖ √λₖ zₖ vₖ + σ ε, with z and ε standard normal and random orthonormal directions v. So the
  /// samples are independent draws from a normal distribution of mean zero whose covariance has the eigenvalues λₖ + σ²
  /// in the directions v, and σ² in the others: the model of probabilistic PCA, or the spiked covariance.
  ///
  /// - Parameters:
  ///   - rowCount: n, the samples; 200 by default.
  ///   - columnCount: d, the features; 20 by default.
  ///   - signalVariances: λ, the largest first, up to d of them and all positive; 9, 4 and 1 by default.
  ///   - noise: σ, the standard deviation of the noise; 0.1 by default.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where an option is outside its range.
  /// - Complexity: O(n d k + d k²).
  ///
  /// Source: Tipping and Bishop, Probabilistic principal component analysis, JRSS B 61(3), 1999,
  /// doi:10.1111/1467-9868.00196; Mezzadri, How to generate random matrices from the classical compact groups, Notices
  /// of the AMS 54(5), 2007, arXiv:math-ph/0609050.
  public static func lowRankPlusNoise(
    rowCount: Int = 200, columnCount: Int = 20, signalVariances: [Double] = [9, 4, 1], noise: Double = 0.1,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LowRankData {
    try GeneratorOptions.requireShape(rowCount, "rowCount", columnCount, "columnCount")
    try GeneratorOptions.requireSpread(noise, "noise")
    try GeneratorOptions.require(
      signalVariances.count <= columnCount
        && signalVariances.allSatisfy { $0 > 0 && $0 <= GeneratorOptions.largestMagnitude }
        && zip(signalVariances, signalVariances.dropFirst()).allSatisfy { $0 >= $1 },
      "signalVariances", "\(signalVariances)", "at most \(columnCount) positive numbers, the largest first")

    let rank = signalVariances.count
    let components = orthonormalRows(rank, columnCount: columnCount, using: &generator)
    let scores = Matrix.standardNormal(rowCount: rowCount, columnCount: rank, using: &generator)
    var features = noise * Matrix.standardNormal(rowCount: rowCount, columnCount: columnCount, using: &generator)
    for k in 0..<rank {
      let direction = Array(components.row(k))
      let standardDeviation = signalVariances[k].squareRoot()
      for i in 0..<rowCount {
        let score = standardDeviation * scores[i, k]
        for j in 0..<columnCount { features[i, j] += score * direction[j] }
      }
    }
    let variances = (0..<columnCount).map { noise * noise + ($0 < rank ? signalVariances[$0] : 0) }
    return LowRankData(features: features, components: components, populationVariances: variances)
  }

  /// ``lowRankPlusNoise(rowCount:columnCount:signalVariances:noise:using:)`` with the system's generator.
  public static func lowRankPlusNoise(
    rowCount: Int = 200, columnCount: Int = 20, signalVariances: [Double] = [9, 4, 1], noise: Double = 0.1
  ) throws(LearningError) -> LowRankData {
    var generator = SystemRandomNumberGenerator()
    return try lowRankPlusNoise(
      rowCount: rowCount, columnCount: columnCount, signalVariances: signalVariances, noise: noise, using: &generator)
  }

  /// Orthonormal rows, every direction as likely as every other.
  ///
  /// The orthogonal factor of a matrix of normal numbers, put together from its Householder reflections: unlike
  /// Gram and Schmidt's, it is orthonormal to the last bits whatever the numbers are.
  private static func orthonormalRows(
    _ count: Int, columnCount: Int, using generator: inout some RandomNumberGenerator
  ) -> Matrix {
    var rows = Matrix.zeros(count, columnCount)
    for k in 0..<count { rows[k, k] = 1 }
    for k in (0..<count).reversed() {
      var reflector = Array(
        Matrix.standardNormal(rowCount: 1, columnCount: columnCount - k, using: &generator).row(0))
      let length = reflector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let sign = reflector[0] < 0 ? -1.0 : 1.0
      reflector[0] += sign * length
      // The reflection takes the random vector to -sign times the axis; the factor with all directions equally likely
      // is the one of a positive diagonal, so the sign comes off again.
      reflect(&rows, from: k, by: reflector)
      for j in 0..<columnCount { rows[k, j] *= -sign }
    }
    return rows
  }

  /// Reflects the rows from `first` on, in the last coordinates, as many as the reflector has.
  private static func reflect(_ rows: inout Matrix, from first: Int, by reflector: [Double]) {
    let squaredLength = reflector.reduce(0) { $0 + $1 * $1 }
    guard squaredLength > 0 else { return }
    for i in first..<rows.rowCount {
      let product = reflector.indices.reduce(0) { $0 + reflector[$1] * rows[i, first + $1] }
      let factor = 2 * product / squaredLength
      for (j, value) in reflector.enumerated() { rows[i, first + j] -= factor * value }
    }
  }
}
