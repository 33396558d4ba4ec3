internal import Learning

/// The state of a method that goes down from point to point, and the record of it.
struct Descent<Function: DifferentiableFunction> {
  let function: Function
  private(set) var evaluation: Evaluation
  private var record: IterationRecord

  init(
    _ function: Function, from start: [Double], method: String, stopping: StoppingRule
  ) throws(LearningError) {
    self.function = function
    evaluation = Evaluation(function, at: start)
    record = try IterationRecord(method: method, stopping: stopping, startingAt: evaluation.value)
  }

  var point: [Double] { evaluation.point }
  var value: Double { evaluation.value }
  var gradient: [Double] { evaluation.gradient }

  /// The largest element of the gradient, in units of its scale.
  private var residual: Double { evaluation.steepness / function.gradientScale }

  /// Whether another iteration is to be made; tells the monitor.
  mutating func goesOn() throws(LearningError) -> Bool { try record.goesOn(residual: residual) }

  /// A step along the gradient that moves no variable by more than 1, for a first iteration that knows no curvature.
  var cautiousStep: Double { min(1, 1 / evaluation.steepness) }

  struct Step {
    /// The step along the direction, 1 being its whole length.
    let length: Double
    let displacement, gradientChange: [Double]
  }

  /// Goes to a lower point along a direction; nil, and no move, where there is none.
  mutating func search(
    along direction: [Double], firstStep: Double, by search: some LineSearch = StrongWolfeLineSearch()
  ) -> Step? {
    let slope = dot(gradient, direction)
    guard slope < 0 else { return nil }
    var line = Line(function, from: point, along: direction)
    let start = LinePoint(step: 0, point: point, value: value, gradient: gradient, slope: slope)
    let found = search.run(&line, from: start, firstStep: firstStep)
    count(evaluations: line.evaluations)
    guard let found else { return nil }
    let step = Step(
      length: found.step, displacement: sum(found.point, -1, point),
      gradientChange: sum(found.gradient, -1, gradient))
    move(to: Evaluation(point: found.point, value: found.value, gradient: found.gradient))
    return step
  }

  mutating func move(to evaluation: Evaluation) {
    self.evaluation = evaluation
    record.move(to: evaluation.value)
  }

  var isAtStart: Bool { record.iterations == 0 }

  mutating func count(evaluations more: Int) { record.count(evaluations: Double(more)) }

  /// Goes to a point, unless the function was found to grow without bound there, which ends the method: says whether it
  /// goes on.
  mutating func move(to candidate: Evaluation, since start: Evaluation) -> Bool {
    count(evaluations: 1)
    guard !candidate.isDiverging(since: start, gradientScale: function.gradientScale) else {
      record.stop(.diverged)
      return false
    }
    move(to: candidate)
    return true
  }

  var minimum: Minimum { record.minimum(at: point, residual: residual) }
}
