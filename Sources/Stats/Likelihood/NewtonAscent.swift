internal import Learning
internal import LinearAlgebra
internal import RealModule

/// Newton's method for the largest value of a log-likelihood, on the scale where the domain is the whole line, with
/// some parameters held fixed if wanted.
///
/// It stops when the next step would move the estimates by less than 1e-8 of their standard errors, and takes that step
/// still, after which the distance is of the order of its square.
struct NewtonAscent<Function: LikelihoodFunction> {
  let function: Function
  /// The indices of the parameters that are free.
  let free: [Int]

  private let iterationLimit = 200
  /// On the squared length of the step in standard errors.
  private let tolerance = 1e-16

  init(_ function: Function, fixing fixed: Int? = nil) {
    self.function = function
    free = function.parameters.indices.filter { $0 != fixed }
  }

  struct Result {
    var point: [Double]
    var logLikelihood: Double
    var report: FitReport
  }

  /// - Parameters:
  ///   - start: a point inside the domain.
  ///   - isWorthwhile: false at points from which a caller, who knows where the likelihood leads to, need not go on.
  func run(
    from start: [Double], while isWorthwhile: ([Double]) -> Bool = { _ in true }
  ) throws(LearningError) -> Result {
    var point = start
    var value = function.logLikelihood(at: point)
    guard !free.isEmpty else { return result(point, value, trace: [value], decrement: 0, .converged) }
    var trace = [value]
    var decrement = Double.infinity
    for iteration in 1...iterationLimit {
      try Monitor.poll(
        Monitor.Progress(
          stage: "Newton's method", iteration: iteration - 1, iterationLimit: iterationLimit, objective: value))
      guard let step = step(at: point) else {
        return result(point, value, trace: trace, decrement: decrement, .stalled)
      }
      decrement = step.decrement
      let next = lineSearch(from: point, value, along: step)
      if let next { (point, value) = next }
      trace.append(value)
      if decrement <= tolerance { return result(point, value, trace: trace, decrement: decrement, .converged) }
      guard isWorthwhile(point) else { return result(point, value, trace: trace, decrement: decrement, .diverged) }
      guard next != nil else {
        // Rounding in the log-likelihood hides what is left to gain.
        let resolved = decrement <= 64 * Double.ulpOfOne * max(1, abs(value))
        return result(point, value, trace: trace, decrement: decrement, resolved ? .converged : .stalled)
      }
    }
    return result(point, value, trace: trace, decrement: decrement, .iterationLimit)
  }

  /// ``run(from:)`` as the maximum of the likelihood.
  func maximum(
    from start: [Double], while isWorthwhile: ([Double]) -> Bool = { _ in true }
  ) throws(LearningError) -> LikelihoodMaximum {
    let result = try run(from: start, while: isWorthwhile)
    return LikelihoodMaximum(point: result.point, report: result.report)
  }

  private func result(
    _ point: [Double], _ value: Double, trace: [Double], decrement: Double, _ termination: FitReport.Termination
  ) -> Result {
    Result(
      point: point, logLikelihood: value,
      report: FitReport(
        method: "Newton's method", iterations: max(1, trace.count - 1), termination: termination,
        objectiveTrace: trace,
        certificate: Certificate(
          .newtonDecrement, value: decrement.squareRoot(), tolerance: tolerance.squareRoot())))
  }

  private struct Step {
    var direction: [Double]
    /// gᵀ H⁻¹ g: the squared length of the step in standard errors, and the slope of the log-likelihood along it.
    var decrement: Double
  }

  /// The Newton step on the line's scale; nil where derivatives are not finite.
  private func step(at point: [Double]) -> Step? {
    let score = function.score(at: point)
    let information = function.observedInformation(at: point)
    let derivatives = free.map { function.parameters[$0].domain.derivatives(at: point[$0]) }
    let gradient = free.indices.map { score[free[$0]] * derivatives[$0].first }
    var curvature = Matrix.zeros(free.count, free.count)
    for i in free.indices {
      for j in free.indices {
        curvature[i, j] = information[free[i], free[j]] * derivatives[i].first * derivatives[j].first
      }
      curvature[i, i] -= score[free[i]] * derivatives[i].second
    }
    guard gradient.allSatisfy(\.isFinite), (try? curvature.requireFinite()) != nil,
      let direction = solve(curvature, gradient)
    else { return nil }
    return Step(direction: direction, decrement: zip(direction, gradient).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// Solves with a curvature that is positive definite, or has been made so: where the log-likelihood is not concave,
  /// the diagonal is raised until the step goes uphill.
  private func solve(_ curvature: Matrix, _ gradient: [Double]) -> [Double]? {
    let largest = curvature.diagonal.reduce(0) { max($0, abs($1)) }
    let scale = curvature.diagonal.map { abs($0) > 0 ? abs($0) : largest }
    var raise = 0.0
    while raise <= 1e8 {
      var raised = curvature
      for i in gradient.indices { raised[i, i] += raise * scale[i] }
      if let direction = try? Cholesky(of: raised).solve(gradient) { return direction }
      raise = max(2 * raise, 1e-3)
    }
    return nil
  }

  /// The first of the step and its halves that gains at least a hundredth of what its slope promises; nil if none does.
  private func lineSearch(from point: [Double], _ value: Double, along step: Step) -> ([Double], Double)? {
    var length = 1.0
    for _ in 0..<60 {
      let candidate = moved(point, along: step.direction, by: length)
      let candidateValue = function.logLikelihood(at: candidate)
      if candidateValue >= value + 0.01 * length * step.decrement { return (candidate, candidateValue) }
      // So near the top that the gain is below the rounding of the log-likelihood: trust the score.
      if length == 1, step.decrement <= 64 * Double.ulpOfOne * max(1, abs(value)),
        let next = self.step(at: candidate), next.decrement < step.decrement
      {
        return (candidate, candidateValue)
      }
      length /= 2
    }
    return nil
  }

  private func moved(_ point: [Double], along direction: [Double], by length: Double) -> [Double] {
    var moved = point
    for (i, index) in free.enumerated() {
      let domain = function.parameters[index].domain
      moved[index] = domain.value(at: domain.position(of: point[index]) + length * direction[i])
    }
    return moved
  }
}
