import LinearAlgebra
import Optimization
import RealModule

/// The mean loss of a sigmoid on one feature, as a function of intercept and slope.
struct SigmoidLoss: TwiceDifferentiableFunction {
  enum Kind {
    /// (s(z) - y)².
    case squaredError
    /// log(1 + e^z) - y z.
    case crossEntropy
  }

  let kind: Kind
  let x, y: [Double]

  var dimension: Int { 2 }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var hessian = Matrix.zeros(2, 2)
    return value(at: point, gradient: &gradient, hessian: &hessian)
  }

  func value(at point: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    var value = 0.0
    gradient = [0, 0]
    hessian = .zeros(2, 2)
    let share = 1 / Double(x.count)
    for i in x.indices {
      let row = [1, x[i]]
      let terms = Self.terms(kind, z: point[0] + point[1] * x[i], y: y[i])
      value += share * terms.value
      for a in 0..<2 {
        gradient[a] += share * terms.slope * row[a]
        for b in 0..<2 { hessian[a, b] += share * terms.curvature * row[a] * row[b] }
      }
    }
    return value
  }

  /// The smallest eigenvalue of the Hessian: below zero where the loss bends downwards in some direction.
  func smallestCurvature(at point: [Double]) throws -> Double {
    var (gradient, hessian) = ([0.0, 0.0], Matrix.zeros(2, 2))
    _ = value(at: point, gradient: &gradient, hessian: &hessian)
    return try hessian.symmetricEigenvalues().min() ?? .nan
  }

  /// The length of the gradient.
  func steepness(at point: [Double]) -> Double {
    gradient(at: point).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The loss of one row with the log-odds z, and its first and second derivative with respect to them.
  static func terms(_ kind: Kind, z: Double, y: Double) -> (value: Double, slope: Double, curvature: Double) {
    let tail = Double.exp(-abs(z))
    let s = z >= 0 ? 1 / (1 + tail) : tail / (1 + tail)
    // s(1 - s), without cancellation where s is near 1.
    let ds = tail / ((1 + tail) * (1 + tail))
    switch kind {
    case .squaredError:
      return ((s - y) * (s - y), 2 * (s - y) * ds, 2 * ds * (ds + (s - y) * (1 - 2 * s)))
    case .crossEntropy:
      return (max(z, 0) + .log(onePlus: tail) - y * z, s - y, ds)
    }
  }
}
