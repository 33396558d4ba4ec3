public import Learning
internal import LinearAlgebra

/// Newton's method: each step goes to the minimum of the parabola that has the function's value, gradient and Hessian.
/// The method of choice up to a few hundred variables; it ends after a handful of iterations.
///
///     let minimum = try Newton().minimize(function, from: start)
///
/// Where the Hessian is not positive definite its diagonal is raised until it is, and a step that does not lower the
/// function enough is shortened.
///
/// - Complexity: one Hessian and d³/3 an iteration.
///
/// Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, Springer, 2006, chapter 3.
public struct Newton: Hashable, Sendable, Codable {
  public var stopping: StoppingRule

  public init(stopping: StoppingRule = StoppingRule(iterationLimit: 100)) {
    self.stopping = stopping
  }

  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some TwiceDifferentiableFunction, from start: [Double]
  ) throws(LearningError) -> Minimum {
    var descent = try Descent(function, from: start, method: "Newton's method", stopping: stopping)
    var hessian = Matrix.zeros(start.count, start.count)
    var gradient = descent.gradient
    while try descent.goesOn() {
      _ = function.value(at: descent.point, gradient: &gradient, hessian: &hessian)
      guard let direction = NewtonStep(hessian: hessian, gradient: gradient)?.direction,
        descent.search(along: direction, firstStep: 1) != nil
      else { break }
    }
    return descent.minimum
  }
}
