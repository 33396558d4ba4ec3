internal import Learning

/// The state of a method that goes down from point to point, and the record of it.
struct Descent<Function: DifferentiableFunction> {
  let function: Function
  private let method: String
  private let stopping: StoppingRule
  private(set) var point: [Double]
  private(set) var value: Double
  private(set) var gradient: [Double]
  private var evaluations = 1
  private var trace: [Double]
  private var termination = FitReport.Termination.stalled

  init(
    _ function: Function, from start: [Double], method: String, stopping: StoppingRule
  ) throws(LearningError) {
    precondition(
      start.count == function.dimension, "The start has \(start.count) elements, the function \(function.dimension)")
    try stopping.requireValid()
    self.function = function
    self.method = method
    self.stopping = stopping
    point = start
    gradient = [Double](repeating: 0, count: start.count)
    value = function.value(at: start, gradient: &gradient)
    trace = [value]
  }

  /// The largest element of the gradient, in units of its scale.
  private var residual: Double { maximumMagnitude(gradient) / function.gradientScale }

  /// Whether another iteration is to be made; tells the monitor.
  mutating func goesOn() throws(LearningError) -> Bool {
    let iteration = trace.count - 1
    try Monitor.poll(
      Monitor.Progress(
        stage: method, iteration: iteration, iterationLimit: stopping.iterationLimit, objective: value))
    if residual <= stopping.gradientTolerance {
      termination = .converged
    } else if !value.isFinite || !residual.isFinite {
      termination = .diverged
    } else if iteration >= stopping.iterationLimit {
      termination = .iterationLimit
    } else {
      return true
    }
    return false
  }

  /// A step along the gradient that moves no variable by more than 1, for a first iteration that knows no curvature.
  var cautiousStep: Double { min(1, 1 / maximumMagnitude(gradient)) }

  struct Step {
    let displacement, gradientChange: [Double]
  }

  /// Goes to a lower point along a direction; nil, and no move, where there is none.
  mutating func search(
    along direction: [Double], firstStep: Double, by search: StrongWolfeLineSearch = StrongWolfeLineSearch()
  ) -> Step? {
    let slope = dot(gradient, direction)
    guard slope < 0 else { return nil }
    var line = Line(function, from: point, along: direction)
    let start = LinePoint(step: 0, point: point, value: value, gradient: gradient, slope: slope)
    let found = search.run(&line, from: start, firstStep: firstStep)
    evaluations += line.evaluations
    guard let found else { return nil }
    let step = Step(
      displacement: sum(found.point, -1, point), gradientChange: sum(found.gradient, -1, gradient))
    move(to: found.point, value: found.value, gradient: found.gradient)
    return step
  }

  mutating func move(to point: [Double], value: Double, gradient: [Double]) {
    self.point = point
    self.value = value
    self.gradient = gradient
    trace.append(value)
  }

  var isAtStart: Bool { trace.count == 1 }

  mutating func count(evaluations more: Int) { evaluations += more }

  var minimum: Minimum {
    Minimum(
      point: point, value: value, evaluations: Double(evaluations),
      report: FitReport(
        method: method, iterations: max(1, trace.count - 1), termination: termination, objectiveTrace: trace,
        certificate: Certificate(.gradientNorm, value: residual, tolerance: stopping.gradientTolerance)))
  }
}
