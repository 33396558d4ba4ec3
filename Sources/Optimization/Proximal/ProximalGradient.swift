public import Learning

/// The accelerated proximal gradient method, FISTA: minimises a smooth convex function with an elastic-net penalty,
///
///     f(x) + Σⱼ cⱼ (l1 |xⱼ| + l2/2 xⱼ²),
///
/// with variables that are exactly zero where the penalty says so.
///
///     let minimum = try ProximalGradient().minimize(loss, penalty: ElasticNetPenalty(l1: 1), from: start)
///
/// The length of its steps adapts to the curvature in both directions, and the momentum starts anew when it points
/// uphill, so that strong convexity is made use of without being known. The report's certificate is the
/// ``ElasticNetPenalty/optimalityResidual(at:gradient:)``, in units of the function's gradient scale.
///
/// - Complexity: two gradients an iteration, or little more.
///
/// Source: A. Beck and M. Teboulle, A fast iterative shrinkage-thresholding algorithm for linear inverse problems, SIAM
/// J. Imaging Sci. 2(1), 2009, doi:10.1137/080716542; B. O'Donoghue and E. Candès, Adaptive restart for accelerated
/// gradient schemes, Found. Comput. Math. 15, 2015, doi:10.1007/s10208-013-9150-3; K. Scheinberg, D. Goldfarb and
/// X. Bai, Fast first-order methods for composite convex optimization with backtracking, Found. Comput. Math. 14, 2014,
/// doi:10.1007/s10208-014-9189-9.
public struct ProximalGradient: Hashable, Sendable, Codable {
  /// At most 10 000 iterations by default.
  public var stopping: StoppingRule

  public init(stopping: StoppingRule = StoppingRule(iterationLimit: 10_000)) {
    self.stopping = stopping
  }

  /// - Returns: Its value, and those of its trace, contain the penalty.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some DifferentiableFunction, penalty: ElasticNetPenalty, from start: [Double]
  ) throws(LearningError) -> Minimum {
    try penalty.requireValid(dimension: function.dimension)
    var steps = ProximalSteps(function, penalty: penalty, from: start)
    var record = try IterationRecord(
      method: "proximal gradient (FISTA)", stopping: stopping, startingAt: steps.objective,
      measure: .optimalityResidual)
    while try record.goesOn(residual: steps.residual), steps.advance() {
      record.move(to: steps.objective)
    }
    record.count(evaluations: steps.evaluations)
    return record.minimum(at: steps.current.point, residual: steps.residual)
  }
}
