import Learning
import Optimization
import Stats

/// Twice how far the smallest value of a function lies above its minimum where one variable is held, the others at
/// their best: for minus a log-likelihood, the deviance of its profile.
struct CoefficientProfile<Function: TwiceDifferentiableFunction> {
  let function: Function
  /// Where the function is smallest.
  private let best: [Double]
  private let minimum: Double
  private let index: Int

  init(_ function: Function, at best: [Double], index: Int) {
    self.function = function
    self.best = best
    self.index = index
    minimum = function.value(at: best)
  }

  enum Side: Double {
    case lower = -1
    case upper = 1
  }

  /// The deviance where the variable has this value, never below zero.
  func deviance(at value: Double) throws(LearningError) -> Double {
    var near = best
    return try deviance(at: value, near: &near)
  }

  /// - Parameter near: a point to begin at, which becomes the best one.
  private func deviance(at value: Double, near point: inout [Double]) throws(LearningError) -> Double {
    point[index] = value
    let restricted = FixedVariables(function, fixing: { $0 == index }, at: point)
    guard restricted.dimension > 0 else { return max(0, 2 * (function.value(at: point) - minimum)) }
    let smallest = try Newton(tolerance: 1e-10).minimize(restricted, from: restricted.restricted(point))
    point = restricted.point(at: smallest.point)
    return max(0, 2 * (smallest.value - minimum))
  }

  /// Where the deviance passes z², on one side of the minimum; infinite where it does not within 2⁴⁰ standard errors.
  ///
  /// The root is that of √deviance - z, which is nearly straight; each point begins at the best of the point before.
  func end(_ z: Double, _ side: Side, standardError: Double) throws(LearningError) -> Double {
    var point = best
    let excess = { (value: Double) throws(LearningError) -> Double in
      try deviance(at: value, near: &point).squareRoot() - z
    }
    var inner = best[index]
    var step = side.rawValue * z * standardError
    for _ in 0..<40 {
      let outer = inner + step
      if try excess(outer) >= 0 { return try root(of: excess, between: inner, and: outer) }
      inner = outer
      step *= 2
    }
    return side.rawValue * .infinity
  }
}
