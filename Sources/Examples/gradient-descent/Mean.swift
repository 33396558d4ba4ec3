import Optimization

/// A sum of n terms divided by n, so that a rate means the same for gradient descent as for batches; times a factor,
/// for a loss in other units.
struct Mean<Function: FiniteSum>: DifferentiableFunction {
  let sum: Function
  var factor = 1.0

  var dimension: Int { sum.dimension }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    let value = sum.value(at: x, gradient: &gradient)
    let share = factor / Double(sum.termCount)
    for j in gradient.indices { gradient[j] *= share }
    return share * value
  }
}
