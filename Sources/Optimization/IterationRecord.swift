internal import Learning

/// What a method writes down on its way from point to point: the objective at each, how much was computed, and why it
/// stopped.
struct IterationRecord {
  private let method: String
  private let stopping: StoppingRule
  private let measure: Certificate.Measure
  private var trace: [Double]
  private var evaluations = 1.0
  private var termination = FitReport.Termination.stalled

  /// Begins with the objective at the start, which took one evaluation.
  init(
    method: String, stopping: StoppingRule, startingAt objective: Double,
    measure: Certificate.Measure = .gradientNorm
  ) throws(LearningError) {
    try stopping.requireValid()
    self.method = method
    self.stopping = stopping
    self.measure = measure
    trace = [objective]
  }

  /// The iterations that are done.
  var iterations: Int { trace.count - 1 }

  private var objective: Double { trace[iterations] }

  /// Whether another iteration is to be made; tells the monitor. `residual` is what the certificate will hold.
  mutating func goesOn(residual: Double) throws(LearningError) -> Bool {
    try Monitor.poll(
      Monitor.Progress(
        stage: method, iteration: iterations, iterationLimit: stopping.iterationLimit, objective: objective))
    return mayGoOn(residual: residual)
  }

  /// The same where one monitor watches several records.
  mutating func mayGoOn(residual: Double) -> Bool {
    if residual <= stopping.gradientTolerance {
      termination = .converged
    } else if !objective.isFinite || !residual.isFinite {
      termination = .diverged
    } else if iterations >= stopping.iterationLimit {
      termination = .iterationLimit
    } else {
      return true
    }
    return false
  }

  mutating func move(to objective: Double) { trace.append(objective) }

  mutating func count(evaluations more: Double) { evaluations += more }

  /// Notes why a method stops that its certificate would let go on: its last step went where the function grows without
  /// bound and was not taken, or rounding hides what is left to gain.
  mutating func stop(_ termination: FitReport.Termination) { self.termination = termination }

  /// - Parameter measure: what the residual is, where that is not known from the beginning.
  func minimum(at point: [Double], residual: Double, measure: Certificate.Measure? = nil) -> Minimum {
    Minimum(
      point: point, value: objective, evaluations: evaluations,
      report: FitReport(
        method: method, iterations: max(1, iterations), termination: termination, objectiveTrace: trace,
        certificate: Certificate(measure ?? self.measure, value: residual, tolerance: stopping.gradientTolerance)))
  }
}
