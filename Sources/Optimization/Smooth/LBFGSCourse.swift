internal import Learning

/// The course of an L-BFGS method that asks for one evaluation at a time, so that those of several functions can be
/// made together.
///
/// The step is first tried in its whole length, for the curvature that it knows is a good one, and shortened until it
/// lowers the function enough. There is no search for a longer one: what the next step learns from a short one costs
/// one evaluation, too.
struct LBFGSCourse {
  private var evaluation: Evaluation
  private let gradientScale: Double
  private let preconditioner: ([Double]) -> [Double]
  private var record: IterationRecord
  private var history: CurvatureHistory
  /// Where the next evaluation is wanted; nil when the course has ended.
  private(set) var candidate: [Double]?
  private var direction: [Double] = []
  private var origin: LinePoint
  private var step = 1.0
  private var trials = 0

  private static let trialLimit = 20

  init(
    from start: Evaluation, gradientScale: Double, preconditioner: @escaping ([Double]) -> [Double], memory: Int,
    stopping: StoppingRule
  ) throws(LearningError) {
    evaluation = start
    self.gradientScale = gradientScale
    self.preconditioner = preconditioner
    record = try IterationRecord(
      method: "preconditioned L-BFGS", stopping: stopping, startingAt: start.value)
    history = CurvatureHistory(limit: memory)
    origin = LinePoint(step: 0, point: start.point, value: start.value, gradient: start.gradient, slope: 0)
    begin()
  }

  /// Takes in what the function says of the candidate, and goes on from there.
  mutating func take(value: Double, gradient: [Double]) {
    guard let candidate else { return }
    record.count(evaluations: 1)
    let point = LinePoint(
      step: step, point: candidate, value: value, gradient: gradient, slope: dot(gradient, direction))
    guard point.isFinite, SufficientDecrease(from: origin).isMet(by: point) else { return retry(after: point) }
    history.record(step: sum(point.point, -1, origin.point), change: sum(point.gradient, -1, origin.gradient))
    evaluation = Evaluation(point: point.point, value: point.value, gradient: point.gradient)
    record.move(to: point.value)
    begin()
  }

  var minimum: Minimum { record.minimum(at: evaluation.point, residual: residual) }

  private var residual: Double { evaluation.steepness / gradientScale }

  /// Begins an iteration where the course is, unless it has come to its end.
  private mutating func begin() {
    guard record.mayGoOn(residual: residual) else {
      candidate = nil
      return
    }
    direction = history.direction(for: evaluation.gradient, preconditioner: preconditioner)
    let slope = dot(evaluation.gradient, direction)
    origin = LinePoint(
      step: 0, point: evaluation.point, value: evaluation.value, gradient: evaluation.gradient, slope: slope)
    guard slope < 0 else { return forget() }
    trials = 0
    propose(1)
  }

  private mutating func propose(_ step: Double) {
    self.step = step
    candidate = sum(origin.point, step, direction)
  }

  /// Proposes a shorter step: to where the line through the slopes is zero, within limits.
  private mutating func retry(after point: LinePoint) {
    trials += 1
    guard trials < Self.trialLimit else { return forget() }
    let share = point.isFinite ? origin.slope / (origin.slope - point.slope) : .nan
    propose(step * (share.isFinite ? min(max(share, 0.1), 0.5) : 0.5))
  }

  /// A direction from stale curvature may not go down; that of the preconditioner does, or none is known.
  private mutating func forget() {
    guard !history.isEmpty else {
      candidate = nil
      return
    }
    history.removeAll()
    begin()
  }
}
