import LinearAlgebra
import Optimization

/// Half the mean squared residual of the line y = b₀ + b₁ x.
struct LineFit: DifferentiableFunction {
  let x, y: [Double]

  var dimension: Int { 2 }

  func value(at b: [Double], gradient: inout [Double]) -> Double {
    let n = Double(x.count)
    gradient = [0, 0]
    var value = 0.0
    for (x, y) in zip(x, y) {
      let residual = b[0] + b[1] * x - y
      value += residual * residual / 2 / n
      gradient[0] += residual / n
      gradient[1] += residual * x / n
    }
    return value
  }

  /// The second derivatives, which are the same everywhere.
  var hessian: Matrix {
    let n = Double(x.count)
    let mean = x.reduce(0, +) / n
    return [[1, mean], [mean, x.reduce(0) { $0 + $1 * $1 } / n]]
  }

  /// The minimum, from the normal equations.
  func solution() throws -> [Double] {
    let n = Double(x.count)
    let products = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / n
    return try Cholesky(of: hessian).solve([y.reduce(0, +) / n, products])
  }
}
