/// Functions of as many variables each that cost less to evaluate together than one by one, such as the losses of
/// several models of the same rows.
package protocol FunctionFamily {
  /// How many functions there are.
  var count: Int { get }

  /// d, the number of variables of each.
  var dimension: Int { get }

  /// The size of a function's gradient that is nowhere near a minimum; see ``DifferentiableFunction/gradientScale``.
  func gradientScale(of function: Int) -> Double

  /// The values and gradients of some of the functions, each at a point of its own.
  func evaluate(_ functions: [Int], at points: [[Double]]) -> [(value: Double, gradient: [Double])]
}
