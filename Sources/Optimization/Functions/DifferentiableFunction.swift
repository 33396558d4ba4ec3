/// A function of d variables that knows its gradient.
///
/// Methods call it many times: an implementation prepares in its initialiser what does not depend on the point. It may
/// return infinity or NaN outside its domain; a method then takes a shorter step.
public protocol DifferentiableFunction: Sendable {
  /// d, the number of variables.
  var dimension: Int { get }

  /// The size of a gradient that is nowhere near a minimum: tolerances on gradients are relative to it. 1 by default;
  /// for a sum of losses of observations with standardised features, the number of observations.
  var gradientScale: Double { get }

  /// The value at `x`, and the gradient there, written over `gradient`. Both have d elements.
  func value(at x: [Double], gradient: inout [Double]) -> Double

  /// The value alone, where it is cheaper.
  func value(at x: [Double]) -> Double
}

extension DifferentiableFunction {
  public var gradientScale: Double { 1 }

  public func value(at x: [Double]) -> Double {
    var gradient = [Double](repeating: 0, count: dimension)
    return value(at: x, gradient: &gradient)
  }

  /// The gradient alone.
  public func gradient(at x: [Double]) -> [Double] {
    var gradient = [Double](repeating: 0, count: dimension)
    _ = value(at: x, gradient: &gradient)
    return gradient
  }
}
