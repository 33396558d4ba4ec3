/// The last steps and the changes of the gradient along them, which stand for the inverse of a Hessian.
struct CurvatureHistory {
  private struct Pair {
    let step, change: [Double]
    /// One over their product.
    let inverseProduct: Double
  }

  private let limit: Int
  private var pairs: [Pair] = []

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { pairs.isEmpty }

  mutating func removeAll() { pairs.removeAll() }

  /// Takes in a step, unless the function did not curve upwards along it.
  mutating func record(step: [Double], change: [Double]) {
    let product = dot(step, change)
    guard product > .ulpOfOne * dot(change, change).squareRoot() * dot(step, step).squareRoot() else { return }
    if pairs.count == limit { pairs.removeFirst() }
    pairs.append(Pair(step: step, change: change, inverseProduct: 1 / product))
  }

  /// Minus the inverse of the Hessian, as far as it is known, times the gradient (the two-loop recursion).
  ///
  /// - Parameter preconditioner: solves with what the Hessian is taken for where no step has been; nil for a multiple
  ///   of the identity, as large as the last step says.
  func direction(for gradient: [Double], preconditioner: (([Double]) -> [Double])?) -> [Double] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for pair in pairs.reversed() {
      let factor = pair.inverseProduct * dot(pair.step, direction)
      factors.append(factor)
      add(-factor, pair.change, to: &direction)
    }
    if let preconditioner {
      direction = preconditioner(direction)
    } else if let last = pairs.last {
      let scale = 1 / (last.inverseProduct * dot(last.change, last.change))
      for i in direction.indices { direction[i] *= scale }
    }
    for (pair, factor) in zip(pairs, factors.reversed()) {
      let correction = factor - pair.inverseProduct * dot(pair.change, direction)
      add(correction, pair.step, to: &direction)
    }
    return direction
  }
}
