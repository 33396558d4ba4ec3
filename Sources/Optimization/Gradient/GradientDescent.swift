public import Learning

/// Gradient descent: steps against the gradient.
///
///     let minimum = try GradientDescent().minimize(function, from: start)
///     let method = GradientDescent(step: .schedule(.constant(0.01), rule: .nesterov()))
///     let accelerated = try method.minimize(function, from: start)
///
/// It converges linearly where the function is strongly convex, at a rate that its condition number κ sets: the gap to
/// the minimum shrinks by ((κ - 1) / (κ + 1))² an iteration at the best constant step, 2 / (L + μ), and grows above
/// 2 / L, with L and μ the largest and the smallest curvature. ``LBFGS`` needs far fewer iterations; this method is for
/// where its path is of interest, and for comparison.
///
/// A function that grows without bound under the steps ends the method: the report says `.diverged`, and the point is
/// the last one where value and gradient were finite.
///
/// - Complexity: a gradient an iteration with a schedule, about two with a line search.
///
/// Source: Yu. Nesterov, Lectures on Convex Optimization, 2nd edition, Springer, 2018, chapter 2.
public struct GradientDescent: Hashable, Sendable, Codable {
  /// How long a step is.
  public enum StepRule: Hashable, Sendable, Codable {
    /// As long as the line search finds. It needs no knowledge of the function.
    case armijo(ArmijoLineSearch = ArmijoLineSearch())
    /// As long as a schedule says, for the gradient of the function as it is: a sum of n losses needs a rate of 1 / n
    /// of what their mean does. The rule makes the step from the gradient.
    case schedule(LearningRate, rule: UpdateRule = .plain)
  }

  /// `.armijo()` by default.
  public var step: StepRule
  /// At most 10 000 iterations by default.
  public var stopping: StoppingRule

  public init(step: StepRule = .armijo(), stopping: StoppingRule = StoppingRule(iterationLimit: 10_000)) {
    self.step = step
    self.stopping = stopping
  }

  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some DifferentiableFunction, from start: [Double]
  ) throws(LearningError) -> Minimum {
    switch step {
    case .armijo(let search):
      try search.requireValid()
      return try minimize(function, from: start, by: search)
    case .schedule(let rate, let rule):
      try rate.requireValid()
      try rule.requireValid()
      return try minimize(function, from: start, at: rate, rule: rule)
    }
  }

  private func minimize(
    _ function: some DifferentiableFunction, from start: [Double], by search: ArmijoLineSearch
  ) throws(LearningError) -> Minimum {
    var descent = try Descent(function, from: start, method: "gradient descent, line search", stopping: stopping)
    var firstStep = descent.cautiousStep
    while try descent.goesOn() {
      let direction = descent.gradient.map { -$0 }
      guard let step = descent.search(along: direction, firstStep: firstStep, by: search) else { break }
      firstStep = search.growth * step.length
    }
    return descent.minimum
  }

  private func minimize(
    _ function: some DifferentiableFunction, from start: [Double], at rate: LearningRate, rule: UpdateRule
  ) throws(LearningError) -> Minimum {
    let method = ["gradient descent", rule.name].compactMap(\.self).joined(separator: ", ")
    var descent = try Descent(function, from: start, method: method, stopping: stopping)
    var state = UpdateState(rule, dimension: start.count)
    let first = descent.evaluation
    var step = 0
    while try descent.goesOn() {
      var point = descent.point
      state.move(&point, gradient: descent.gradient, rate: rate.value(at: step))
      guard descent.move(to: Evaluation(function, at: point), since: first) else { break }
      step += 1
    }
    return descent.minimum
  }
}
