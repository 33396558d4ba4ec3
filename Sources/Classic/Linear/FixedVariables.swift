import LinearAlgebra
import Optimization

/// A function of those of its variables that are not held at a value.
struct FixedVariables<Function: TwiceDifferentiableFunction>: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  let function: Function
  /// All variables; those that are free are replaced.
  private let values: [Double]
  /// The indices of the variables that are free.
  let free: [Int]

  init(_ function: Function, fixing isFixed: (Int) -> Bool, at values: [Double]) {
    self.function = function
    self.values = values
    free = values.indices.filter { !isFixed($0) }
  }

  var dimension: Int { free.count }
  var gradientScale: Double { function.gradientScale }

  /// All variables, the free ones as given.
  func point(at x: [Double]) -> [Double] {
    var point = values
    for (value, index) in zip(x, free) { point[index] = value }
    return point
  }

  /// The free ones among all.
  func restricted(_ point: [Double]) -> [Double] { free.map { point[$0] } }

  func value(at x: [Double]) -> Double { function.value(at: point(at: x)) }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    var whole = values
    let value = function.value(at: point(at: x), gradient: &whole)
    gradient = restricted(whole)
    return value
  }

  func value(at x: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    var whole = values
    var wholeHessian = Matrix.zeros(values.count, values.count)
    let value = function.value(at: point(at: x), gradient: &whole, hessian: &wholeHessian)
    gradient = restricted(whole)
    hessian = wholeHessian.selectingRows(free).selectingColumns(free)
    return value
  }
}
