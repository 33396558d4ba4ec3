import LinearAlgebra
import Stats

/// The likelihood of a logistic regression, written out with the Bernoulli distribution and nothing of the toolkit's
/// own logistic regression, so that each can be held against the other.
struct BernoulliLikelihood {
  /// The features with a column of ones on the left, n x (d + 1).
  let design: Matrix
  let labels: [Int]

  init(_ x: Matrix, labels: [Int]) throws {
    design = try Matrix(rows: x.rows.map { [1] + Array($0) })
    self.labels = labels
  }

  /// The probabilities of class 1 for an intercept and coefficients.
  func probabilities(at point: [Double]) throws -> [Double] {
    let sigmoid = try Logistic(location: 0, scale: 1)
    return design.multiplied(by: point).map(sigmoid.cumulative)
  }

  func negativeLogLikelihood(at point: [Double]) throws -> Double {
    try zip(probabilities(at: point), labels).reduce(0) { sum, row in
      try sum - Bernoulli(probability: row.0).logDensity(row.1)
    }
  }

  /// X'(p - y).
  func gradient(at point: [Double]) throws -> [Double] {
    design.transposeMultiplied(by: zip(try probabilities(at: point), labels).map { $0 - Double($1) })
  }

  /// The gradient by differences of the likelihood on both sides of the point.
  func differencedGradient(at point: [Double]) throws -> [Double] {
    try point.indices.map { index in
      let step = 1e-5 / (design.column(index).map { abs($0) }.max() ?? 1)
      var (above, below) = (point, point)
      above[index] += step
      below[index] -= step
      return try (negativeLogLikelihood(at: above) - negativeLogLikelihood(at: below)) / (2 * step)
    }
  }

  /// The square roots of the diagonal of (X'WX)⁻¹, W being p(1 - p).
  func standardErrors(at point: [Double]) throws -> [Double] {
    let roots = try probabilities(at: point).map { ($0 * (1 - $0)).squareRoot() }
    let weighted = try Matrix(rows: zip(design.rows, roots).map { row, root in row.map { $0 * root } })
    return try Cholesky(of: weighted.gram()).inverse().diagonal.map { $0.squareRoot() }
  }
}
