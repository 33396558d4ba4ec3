internal import LinearAlgebra

/// The step of Newton's method at one point.
struct NewtonStep {
  let direction: [Double]

  /// Solves with a Hessian that is positive definite, or has been made so: where the function does not curve upwards,
  /// the diagonal is raised until the step goes down. Nil where second derivatives are not finite.
  init?(hessian: Matrix, gradient: [Double]) {
    let largest = hessian.diagonal.reduce(0) { max($0, abs($1)) }
    let scale = hessian.diagonal.map { abs($0) > 0 ? abs($0) : largest }
    var raise = 0.0
    while raise <= 1e8 {
      var raised = hessian
      for i in gradient.indices { raised[i, i] += raise * scale[i] }
      if let step = try? Cholesky(of: raised).solve(gradient) {
        direction = step.map { -$0 }
        return
      }
      raise = max(2 * raise, 1e-3)
    }
    return nil
  }
}
