import LinearAlgebra

/// sqrt(w) (X - 1mᵀ) diag(1/s), as a map: its products without a centred copy.
///
/// (X - 1mᵀ) B = X B - 1 (mᵀB), and (X - 1mᵀ)ᵀ Q = XᵀQ - m (1ᵀQ). The subtraction cancels where the means are far
/// larger than the spread; such columns make a centred copy after all.
struct CenteredMap: LinearMap {
  private let x: Matrix
  private let center: [Double]
  private let scale: [Double]
  private let weights: [Double]?

  /// Means beyond this many times the root mean square about them would cost four digits or more.
  private static let largestMeanToSpread = 1e4

  init(_ x: Matrix, weights: [Double]?, center: [Double], scale: [Double]) {
    let first = x.rowCount > 0 ? x.row(0) : nil
    let farFromZero = center.indices.contains { j in
      // One row is enough to see a mean that is far larger than a distance from it, and it costs nothing.
      first.map { abs(center[j]) > Self.largestMeanToSpread * abs($0[j] - center[j]) && center[j] != 0 } ?? false
    }
    self.x = farFromZero ? x.centered(at: center) : x
    self.center = farFromZero ? [Double](repeating: 0, count: center.count) : center
    self.scale = scale
    self.weights = weights
  }

  var rowCount: Int { x.rowCount }
  var columnCount: Int { x.columnCount }

  private var rootWeights: [Double]? { weights?.map { $0.squareRoot() } }
  private var inverseScale: [Double] { scale.map { 1 / $0 } }

  func multiplied(by other: Matrix) -> Matrix {
    let scaled = other.scalingRows(by: inverseScale)
    let product = x.multiplied(by: scaled).centered(at: scaled.transposeMultiplied(by: center))
    return rootWeights.map { product.scalingRows(by: $0) } ?? product
  }

  func transposeMultiplied(by other: Matrix) -> Matrix {
    let weighted = rootWeights.map { other.scalingRows(by: $0) } ?? other
    var product = x.transposeMultiplied(by: weighted)
    let sums = weighted.transposeMultiplied(by: [Double](repeating: 1, count: rowCount))
    let k = product.columnCount
    product.withUnsafeMutableBufferPointer { elements in
      for j in 0..<columnCount {
        for i in 0..<k { elements[j * k + i] -= center[j] * sums[i] }
      }
    }
    return product.scalingRows(by: inverseScale)
  }

  func gramMultiplied(by other: Matrix) -> Matrix {
    x.centeredGramMultiplied(by: other.scalingRows(by: inverseScale), center: center, weights: weights)
      .scalingRows(by: inverseScale)
  }
}
