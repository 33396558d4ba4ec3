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
/// It stops by the Newton decrement √(gᵀH⁻¹g), which does not depend on the variables' units: half its square is what
/// the parabola has left to gain, and for a negative log-likelihood it is the distance to the minimum in standard
/// errors. The step whose decrement is below the tolerance is taken still, after which the distance is of the order of
/// the square.
///
/// - Complexity: one Hessian and d³/3 an iteration.
///
/// Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, Springer, 2006, chapter 3; S. Boyd and
/// L. Vandenberghe, Convex Optimization, Cambridge University Press, 2004, section 9.5.
public struct Newton: Hashable, Sendable, Codable {
  /// The fit has converged when the Newton decrement is at most this; 1e-8 by default.
  public var tolerance: Double
  /// The most iterations; 200 by default.
  public var iterationLimit: Int

  public init(tolerance: Double = 1e-8, iterationLimit: Int = 200) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  /// - Parameters:
  ///   - function: of d variables.
  ///   - start: d elements, where the function is finite.
  ///   - isWorthwhile: false at points from which a caller, who knows where the function leads to, need not go on; the
  ///     method then ends as diverged. Always true by default.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some TwiceDifferentiableFunction, from start: [Double],
    while isWorthwhile: ([Double]) -> Bool = { _ in true }
  ) throws(LearningError) -> Minimum {
    precondition(
      start.count == function.dimension, "The start has \(start.count) elements, the function \(function.dimension)")
    try requireTolerance(tolerance, "tolerance")
    var path = NewtonPath(function, from: start)
    var record = try IterationRecord(
      method: "Newton's method",
      stopping: StoppingRule(gradientTolerance: tolerance, iterationLimit: iterationLimit),
      startingAt: path.value, measure: .newtonDecrement)
    while try record.goesOn(residual: path.decrement) {
      let move = path.advance()
      record.count(evaluations: Double(move.evaluations))
      record.move(to: path.value)
      guard isWorthwhile(path.point) else {
        record.stop(.diverged)
        break
      }
      guard move.isLower else {
        if path.decrement > tolerance { record.stop(path.isResolved ? .converged : .stalled) }
        break
      }
    }
    return record.minimum(at: path.point, residual: path.decrement)
  }
}
