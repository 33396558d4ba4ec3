import LinearAlgebra

/// sqrt(w) (X - 1mᵀ) diag(1/s), as a map: its product without a centred copy.
///
/// (X - 1mᵀ) B = X B - 1 (mᵀB), and (X - 1mᵀ)ᵀ Q = XᵀQ - m (1ᵀQ). The subtraction cancels where the means are far
/// larger than the spread; such data make a centred copy after all.
struct CenteredMap: GramMap {
  private let x: Matrix
  private let center: [Double]
  private let scale: [Double]
  private let weights: [Double]?

  /// A mean row longer than this many times the root mean square distance from it would cost four digits or more.
  private static let largestMeanToSpread = 1e4

  init(_ x: Matrix, weights: [Double]?, moments: ColumnMoments, scale: [Double]) {
    let means = zip(moments.mean, scale).map { $0 / $1 }
    let deviations = zip(moments.sumOfSquares, scale).map { $0.squareRoot() / $1 }
    let spread = (Self.squaredLength(deviations) / moments.weight).squareRoot()
    let farFromZero = Self.squaredLength(means).squareRoot() > Self.largestMeanToSpread * spread
    self.x = farFromZero ? x.centered(at: moments.mean) : x
    center = farFromZero ? [Double](repeating: 0, count: means.count) : moments.mean
    self.scale = scale
    self.weights = weights
  }

  private static func squaredLength(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }
  }

  var rowCount: Int { x.rowCount }
  var columnCount: Int { x.columnCount }

  func gramMultiplied(by other: Matrix) -> Matrix {
    let inverseScale = scale.map { 1 / $0 }
    return x.centeredGramMultiplied(by: other.scalingRows(by: inverseScale), center: center, weights: weights)
      .scalingRows(by: inverseScale)
  }
}
