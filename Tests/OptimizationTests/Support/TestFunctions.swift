import LinearAlgebra
import Optimization
import RealModule

/// Rosenbrock's valley, Σ 100 (x₂ᵢ₊₁ - x₂ᵢ²)² + (1 - x₂ᵢ)²: minimum 0 at ones.
struct Rosenbrock: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  var dimension: Int

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    var value = 0.0
    for i in stride(from: 0, to: dimension, by: 2) {
      let (a, b) = (1 - x[i], x[i + 1] - x[i] * x[i])
      value += a * a + 100 * b * b
      gradient[i] = -2 * a - 400 * b * x[i]
      gradient[i + 1] = 200 * b
    }
    return value
  }

  func value(at x: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    for i in stride(from: 0, to: dimension, by: 2) {
      hessian[i, i] = 2 - 400 * (x[i + 1] - 3 * x[i] * x[i])
      hessian[i, i + 1] = -400 * x[i]
      hessian[i + 1, i] = -400 * x[i]
      hessian[i + 1, i + 1] = 200
    }
    return value(at: x, gradient: &gradient)
  }
}

/// xᵀAx / 2 - bᵀx, with A of condition number about `condition`.
struct Quadratic: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  let a: Matrix
  let b: [Double]

  /// Eigenvalues from 1 to `condition`, evenly in logarithms, along directions that are no axes.
  init(dimension: Int, condition: Double) {
    let reflector = (0..<dimension).map { Double($0 + 1) }
    let square = reflector.reduce(0) { $0 + $1 * $1 }
    var a = Matrix.zeros(dimension, dimension)
    for k in 0..<dimension {
      var eigenvalue = 1.0
      for _ in 0..<k { eigenvalue *= Self.root(condition, dimension - 1) }
      let vector = (0..<dimension).map { ($0 == k ? 1 : 0) - 2 * reflector[$0] * reflector[k] / square }
      for i in 0..<dimension {
        for j in 0..<dimension { a[i, j] += eigenvalue * vector[i] * vector[j] }
      }
    }
    self.a = a
    b = (0..<dimension).map { $0.isMultiple(of: 2) ? 1 : -0.5 }
  }

  /// The n-th root, by Newton's method.
  private static func root(_ x: Double, _ n: Int) -> Double {
    var root = 1 + x / Double(n)
    for _ in 0..<500 {
      var power = 1.0
      for _ in 0..<(n - 1) { power *= root }
      root -= (root - x / power) / Double(n)
    }
    return root
  }

  var dimension: Int { b.count }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    let image = a.multiplied(by: x)
    var value = 0.0
    for i in b.indices {
      gradient[i] = image[i] - b[i]
      value += x[i] * (0.5 * image[i] - b[i])
    }
    return value
  }

  func value(at x: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    hessian = a
    return value(at: x, gradient: &gradient)
  }
}

/// √(1 + x²): flat far out, where a whole Newton step goes farther out still.
struct SoftValley: TwiceDifferentiableFunction {
  let dimension = 1

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    let root = (1 + x[0] * x[0]).squareRoot()
    gradient[0] = x[0] / root
    return root
  }

  func value(at x: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    let value = value(at: x, gradient: &gradient)
    hessian[0, 0] = 1 / (value * value * value)
    return value
  }

  func curvature(at x: [Double], gradient: inout [Double]) -> (value: Double, curvature: Double) {
    let value = value(at: x, gradient: &gradient)
    return (value, 1 / (value * value * value))
  }

  func product(of curvature: Double, with v: [Double]) -> [Double] { [curvature * v[0]] }
}

/// x - log x, which is defined for positive numbers only: minimum at 1.
struct LogarithmicBarrier: DifferentiableFunction {
  let dimension = 1

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    gradient[0] = 1 - 1 / x[0]
    return x[0] - .log(x[0])
  }
}

/// A function in other units: its gradient scale is the factor.
struct Scaled<Base: DifferentiableFunction>: DifferentiableFunction {
  let base: Base
  let gradientScale: Double

  init(_ base: Base, by factor: Double) {
    self.base = base
    gradientScale = factor
  }

  var dimension: Int { base.dimension }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    let value = base.value(at: x, gradient: &gradient)
    for i in gradient.indices { gradient[i] *= gradientScale }
    return gradientScale * value
  }
}
