public import LinearAlgebra

/// A function that knows its second derivatives, as a matrix and as products with vectors.
public protocol TwiceDifferentiableFunction: DifferentiableFunction {
  /// What products with the Hessian at one point need: the weights of the observations there, say.
  associatedtype Curvature

  /// The value at `x`, the gradient written over `gradient` and the Hessian, d x d and symmetric, over `hessian`.
  func value(at x: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double

  /// The value at `x`, the gradient written over `gradient`, and what is needed of the second derivatives.
  func curvature(at x: [Double], gradient: inout [Double]) -> (value: Double, curvature: Curvature)

  /// H v, H being the Hessian where `curvature` was taken.
  func product(of curvature: Curvature, with v: [Double]) -> [Double]
}

extension TwiceDifferentiableFunction where Curvature == Matrix {
  /// The Hessian itself, where nothing shorter is known.
  public func curvature(at x: [Double], gradient: inout [Double]) -> (value: Double, curvature: Matrix) {
    var hessian = Matrix.zeros(dimension, dimension)
    let value = value(at: x, gradient: &gradient, hessian: &hessian)
    return (value, hessian)
  }

  public func product(of curvature: Matrix, with v: [Double]) -> [Double] { curvature.multiplied(by: v) }
}
