import Learning
import LinearAlgebra
import Optimization

/// The matrix XᵀWX + l2 I of centred features, scaled to a diagonal of ones, with its factor and its inverse.
struct NormalEquations {
  /// What the columns were divided by: t with tⱼ² ((XᵀWX)ⱼⱼ + l2) = 1, zero for a column that has no square of its own.
  let scale: [Double]
  /// The inverse of the scaled matrix.
  let inverse: Matrix
  private let factor: Cholesky

  /// Nil where squaring could cost more digits than a correction gives back: where columns are nearly dependent, or
  /// their means are more than 10⁴ times their spread.
  init?(_ x: Matrix, weights: [Double]?, scaling: ColumnScaling, l2: Double) {
    let d = x.columnCount
    for j in 0..<d where abs(scaling.center[j]) * scaling.inverseScale[j] > 1e4 { return nil }
    let scatter = scaling.centering.scatter(x, weights: weights)
    guard scatter.weight > 0 else { return nil }
    var products = scatter.products
    let scale = products.diagonal.map { $0 + l2 > 0 ? 1 / ($0 + l2).squareRoot() : 0 }
    products.withUnsafeMutableBufferPointer { elements in
      for i in 0..<d {
        for j in 0..<d { elements[i * d + j] *= scale[i] * scale[j] }
        elements[i * d + i] = 1
      }
    }
    guard let factor = try? Cholesky(of: products), let inverse = try? factor.inverse(),
      inverse.maximumMagnitude < 1e8
    else { return nil }
    (self.scale, self.factor, self.inverse) = (scale, factor, inverse)
  }

  /// (XᵀWX + l2 I)⁻¹ v.
  func solve(_ v: [Double]) throws(LinearAlgebraError) -> [Double] {
    let scaled = try factor.solve(zip(v, scale).map { $0 * $1 })
    return zip(scaled, scale).map { $0 * $1 }
  }

  /// The trace of X (XᵀWX + l2 I)⁻¹ XᵀW: how many coefficients the penalty leaves free.
  func effectiveCount(l2: Double) -> Double {
    scale.indices.reduce(0) { $0 + (scale[$1] == 0 ? 0 : 1 - l2 * scale[$1] * scale[$1] * inverse[$1, $1]) }
  }

  /// The covariance of intercept and coefficients, up to the variance of the errors.
  func inverseInformation(_ scaling: ColumnScaling, hasIntercept: Bool) -> Matrix {
    let d = scale.count
    let width = d + (hasIntercept ? 1 : 0)
    var covariance = Matrix.zeros(width, width)
    for i in 0..<d { for j in 0..<d { covariance[i, j] = inverse[i, j] } }
    // Centred columns and the intercept's are orthogonal.
    if hasIntercept { covariance[d, d] = 1 / scaling.weight }
    return ColumnScaling(center: scaling.center, inverseScale: scale, weight: scaling.weight)
      .covariance(ofPoint: covariance)
  }
}
