public import Learning

/// The limited-memory BFGS method: a Newton method whose curvature is gathered from the last few steps. The method of
/// choice where there are too many variables for a Hessian.
///
///     let minimum = try LBFGS().minimize(function, from: start)
///
/// - Complexity: one or two gradients and O(m d) an iteration, m being the memory.
///
/// Source: D. C. Liu and J. Nocedal, On the limited memory BFGS method for large scale optimization, Mathematical
/// Programming 45, 1989, doi:10.1007/BF01589116.
public struct LBFGS: Hashable, Sendable, Codable {
  /// The steps that are remembered; 10 by default.
  public var memory: Int
  public var stopping: StoppingRule

  public init(memory: Int = 10, stopping: StoppingRule = StoppingRule()) {
    self.memory = memory
    self.stopping = stopping
  }

  /// - Parameters:
  ///   - function: of d variables.
  ///   - start: d elements, where the function is finite.
  ///   - preconditioner: solves A x = v, where A is symmetric, positive definite and near the Hessian: one of a sample
  ///     of the data, say. The nearer it is, the fewer iterations there are, down to a handful. Nil, the default, for a
  ///     multiple of the identity.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some DifferentiableFunction, from start: [Double],
    preconditioner: (([Double]) -> [Double])? = nil
  ) throws(LearningError) -> Minimum {
    try requireCount(memory, "memory")
    let method = preconditioner == nil ? "L-BFGS" : "preconditioned L-BFGS"
    var descent = try Descent(function, from: start, method: method, stopping: stopping)
    var history = CurvatureHistory(limit: memory)
    while try descent.goesOn() {
      let direction = history.direction(for: descent.gradient, preconditioner: preconditioner)
      let isFirst = history.isEmpty
      let firstStep = isFirst && preconditioner == nil ? descent.cautiousStep : 1
      guard let step = descent.search(along: direction, firstStep: firstStep) else {
        // A direction from stale curvature may not go down; the gradient does.
        guard !isFirst else { break }
        history.removeAll()
        continue
      }
      history.record(step: step.displacement, change: step.gradientChange)
    }
    return descent.minimum
  }
}
