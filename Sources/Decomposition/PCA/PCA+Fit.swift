import Learning
import LinearAlgebra

extension PCA {
  /// Fits the samples.
  ///
  /// - Parameters:
  ///   - x: n x d samples, n >= 2.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows. Nil for ones.
  ///   - generator: asked by the randomized solver only.
  /// - Throws: `.notFinite` with row and column, `.empty`, `.tooFewSamples`, `.noVariation` where every column is
  ///   constant or varies by less than 1e-154 or so, whose square is zero, `.overflow` where it varies by more than
  ///   1e154, what is wrong with the weights, and `.invalidOption`: more components than the rank of the data, a
  ///   variance target outside (0, 1], `.kaiser` on the covariance matrix, `.randomized` without `.count`.
  public func fit(
    _ x: Matrix, weights: [Double]? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireValidOptions()
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let x = try kept.select(x)
    let weight = kept.weights?.reduce(0, +) ?? Double(x.rowCount)
    try requireEnough(rows: x.rowCount, weight: weight)
    return try Problem(x: x, weights: kept.weights, weight: weight, configuration: self).solve(using: &generator)
  }

  private func requireValidOptions() throws(LearningError) {
    switch components {
    case .count(let count) where count < 1:
      throw .invalidOption(name: "components", value: ".count(\(count))", allowed: "from 1 to the rank of the data")
    case .variance(let target) where !(target > 0 && target <= 1):
      throw .invalidOption(
        name: "components", value: ".variance(\(target))", allowed: "a share above 0 and at most 1, such as 0.95")
    case .kaiser where matrix == .covariance:
      throw .invalidOption(
        name: "components", value: ".kaiser on the covariance matrix",
        allowed: "used with `on: .correlation`; a covariance matrix's eigenvalues have units, so 1 is no threshold")
    default: break
    }
    guard case .randomized(let oversampling, let iterations) = solver else { return }
    guard case .count = components else {
      throw .invalidOption(
        name: "solver", value: ".randomized", allowed: "used with `.count(k)`; the other rules need every eigenvalue")
    }
    if oversampling < 0 || iterations < 0 {
      throw .invalidOption(
        name: "solver", value: ".randomized(oversampling: \(oversampling), iterations: \(iterations))",
        allowed: "given zero or more of both")
    }
  }

  private func requireEnough(rows: Int, weight: Double) throws(LearningError) {
    guard rows > 1 else { throw .tooFewSamples(found: rows, needed: 2, purpose: "a variance") }
    guard denominator == .maximumLikelihood || weight > 1 else {
      throw .invalidOption(
        name: "denominator", value: ".unbiased with weights that sum to \(weight)",
        allowed: ".maximumLikelihood where weights are shares, or weights must count rows and sum to more than 1")
    }
  }
}
