import LinearAlgebra
import Optimization

/// What models of one output make of standardised features. A point holds d standardised coefficients and then, where
/// there is one, the intercept that belongs to centred features.
extension ColumnScaling {
  /// The coefficients in the features' own units.
  func coefficients(at point: [Double]) -> [Double] {
    inverseScale.indices.map { point[$0] * inverseScale[$0] }
  }

  /// The intercept that belongs to features that are not centred; 0 where the point has none.
  func intercept(at point: [Double], _ coefficients: [Double]) -> Double {
    guard point.count > inverseScale.count else { return 0 }
    return zip(center, coefficients).reduce(point[inverseScale.count]) { $0 - $1.0 * $1.1 }
  }

  /// √wᵢ ((xᵢ - center) · inverseScale, 1): the rows whose squares and products are those of the normal equations.
  func design(_ x: Matrix, weights: [Double]?, hasIntercept: Bool) -> Matrix {
    let d = x.columnCount
    let width = d + (hasIntercept ? 1 : 0)
    return x.withUnsafeBufferPointer { x in
      Matrix(rowCount: x.count / d, columnCount: width) { rows in
        for i in 0..<x.count / d {
          let root = weights.map { $0[i].squareRoot() } ?? 1
          for j in 0..<d { rows[i * width + j] = root * ((x[i * d + j] - center[j]) * inverseScale[j]) }
          if hasIntercept { rows[i * width + d] = root }
        }
      }
    }
  }

  /// The same centers, and the features' own units: for factorizations that scale columns without rounding.
  var centering: ColumnScaling {
    ColumnScaling(center: center, inverseScale: inverseScale.map { $0 == 0 ? 0 : 1 }, weight: weight)
  }

  /// From the covariance of a point's variables to that of intercept and coefficients, in this order, in the features'
  /// own units.
  func covariance(ofPoint covariance: Matrix) -> Matrix {
    let d = inverseScale.count
    let first = covariance.rowCount - d
    var change = Matrix.zeros(d + first, d + first)
    for j in 0..<d {
      change[first + j, j] = inverseScale[j]
      if first == 1 { change[0, j] = -center[j] * inverseScale[j] }
    }
    if first == 1 { change[0, d] = 1 }
    return change.multiplied(by: covariance).multiplied(byTransposeOf: change)
  }
}

extension ColumnScaling {
  /// Σ w x̃x̃ᵀ, Σ w x̃ and Σ w of standardised features x̃.
  struct Scatter {
    var products: Matrix
    var sums: [Double]
    var weight: Double
  }

  /// In one pass over the rows; zeros where every weight has underflowed, or one is infinite.
  func scatter(_ x: Matrix, weights: [Double]?) -> Scatter {
    let d = x.columnCount
    guard let moments = try? Moments(of: x, weights: weights) else {
      return Scatter(products: .zeros(d, d), sums: [Double](repeating: 0, count: d), weight: 0)
    }
    let distance = zip(moments.mean, center).map { $0 - $1 }
    let weight = moments.weight
    var products = moments.scatter
    products.withUnsafeMutableBufferPointer { elements in
      for i in 0..<d {
        for j in 0..<d {
          let moved = elements[i * d + j] + weight * (distance[i] * distance[j])
          elements[i * d + j] = moved * inverseScale[i] * inverseScale[j]
        }
      }
    }
    return Scatter(
      products: products, sums: (0..<d).map { weight * distance[$0] * inverseScale[$0] }, weight: weight)
  }
}
