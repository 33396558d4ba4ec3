internal import LinearAlgebra

/// The step of Newton's method at one point.
struct NewtonStep {
  /// -H⁻¹g.
  let direction: [Double]
  /// gᵀH⁻¹g: minus the slope of the function along the step.
  let squaredDecrement: Double

  /// Solves with a Hessian that is positive definite, or has been made so: where the function does not curve upwards,
  /// the diagonal is raised until the step goes down. Nil where derivatives are not finite.
  init?(_ function: some TwiceDifferentiableFunction, at point: [Double]) {
    var gradient = [Double](repeating: 0, count: point.count)
    var hessian = Matrix.zeros(point.count, point.count)
    _ = function.value(at: point, gradient: &gradient, hessian: &hessian)
    guard maximumMagnitude(gradient).isFinite, (try? hessian.requireFinite()) != nil else { return nil }
    let largest = hessian.diagonal.reduce(0) { max($0, abs($1)) }
    let scale = hessian.diagonal.map { abs($0) > 0 ? abs($0) : largest }
    var raise = 0.0
    while raise <= 1e8 {
      var raised = hessian
      for i in gradient.indices { raised[i, i] += raise * scale[i] }
      if let solution = try? Cholesky(of: raised).solve(gradient) {
        direction = solution.map { -$0 }
        squaredDecrement = dot(solution, gradient)
        return
      }
      raise = max(2 * raise, 1e-3)
    }
    return nil
  }
}
