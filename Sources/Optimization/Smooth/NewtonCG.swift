public import Learning

/// Newton's method without the Hessian as a matrix: its products with vectors are enough to solve for a step by
/// conjugate gradients, as exactly as the distance from the minimum deserves, within a region in which the parabola has
/// proved true.
///
///     let minimum = try NewtonCG().minimize(function, from: start)
///
/// - Complexity: one gradient and a few products an iteration.
///
/// Source: C.-J. Lin, R. C. Weng and S. S. Keerthi, Trust region Newton method for logistic regression, JMLR 9, 2008;
/// T. Steihaug, The conjugate gradient method and trust regions in large scale optimization, SIAM J. Numer. Anal.
/// 20(3), 1983, doi:10.1137/0720042.
public struct NewtonCG: Hashable, Sendable, Codable {
  public var stopping: StoppingRule

  public init(stopping: StoppingRule = StoppingRule(iterationLimit: 200)) {
    self.stopping = stopping
  }

  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some TwiceDifferentiableFunction, from start: [Double]
  ) throws(LearningError) -> Minimum {
    var descent = try Descent(function, from: start, method: "Newton-CG", stopping: stopping)
    var gradient = descent.gradient
    var curvature = function.curvature(at: start, gradient: &gradient).curvature
    var region = TrustRegion(radius: euclideanNorm(gradient))
    while try descent.goesOn() {
      let step = region.step(
        for: descent.gradient, limit: max(100, start.count)
      ) { function.product(of: curvature, with: $0) }
      var candidateGradient = gradient
      let candidate = sum(descent.point, 1, step.displacement)
      let (value, candidateCurvature) = function.curvature(at: candidate, gradient: &candidateGradient)
      descent.count(evaluations: 1)
      let gained = descent.value - value
      if region.accepts(step, gained: gained, value: descent.value, isFirst: descent.isAtStart) {
        descent.move(to: Evaluation(point: candidate, value: value, gradient: candidateGradient))
        curvature = candidateCurvature
      } else if region.isExhausted(at: descent.point) {
        break
      }
    }
    return descent.minimum
  }
}
