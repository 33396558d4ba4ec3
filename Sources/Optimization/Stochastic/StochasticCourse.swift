internal import Learning

/// A run of a stochastic method: the path, what is computed of the whole along it, and when to stop.
struct StochasticCourse<Function: FiniteSum> {
  private let function: Function
  private let method: StochasticGradientDescent
  /// Where the method began.
  private let start: Evaluation
  private var path: StochasticPath<Function>
  private var heldOut: HeldOutLoss?
  /// The last point at which the function was computed and finite.
  private var last: Evaluation
  private var trace: [Double]
  private var evaluations = 1.0
  private var epoch = 0
  private var hasDiverged: Bool

  init(
    _ function: Function, from start: [Double], method: StochasticGradientDescent,
    heldOutLoss: (([Double]) -> Double)?
  ) {
    self.function = function
    self.method = method
    self.start = Evaluation(function, at: start)
    path = StochasticPath(function, from: start, method: method)
    heldOut = heldOutLoss.map { HeldOutLoss($0, patience: method.patience, startingAt: start) }
    last = self.start
    trace = [last.value]
    hasDiverged = !last.isFinite
  }

  private var name: String {
    let batches = "stochastic gradient descent, batches of \(method.batchSize)"
    return [batches, method.rule.name].compactMap(\.self).joined(separator: ", ")
  }

  /// The largest element of the gradient of the whole, in units of its scale, where it was last computed.
  private var residual: Double { last.steepness / function.gradientScale }

  private var isWithinTolerance: Bool { residual <= method.gradientTolerance }

  /// Whether another epoch is to be run; tells the monitor.
  func goesOn() throws(LearningError) -> Bool {
    let objective = epoch == 0 || method.tracesObjective ? last.value : nil
    try Monitor.poll(
      Monitor.Progress(stage: name, iteration: epoch, iterationLimit: method.epochs, objective: objective))
    if hasDiverged || epoch >= method.epochs || heldOut?.isExhausted == true { return false }
    return !(isWithinTolerance && (epoch == 0 || method.tracesObjective))
  }

  mutating func runEpoch(in order: [Int]) {
    path.run(in: order, averages: averages)
    epoch += 1
    evaluations += 1
    heldOut?.record(path.point)
    guard method.tracesObjective else {
      hasDiverged = !maximumMagnitude(path.point).isFinite
      return
    }
    if move(to: path.point) { trace.append(last.value) }
  }

  /// Whether the next epoch's points count for the mean.
  private var averages: Bool {
    switch method.averaging {
    case .off: false
    case .after(let epochs): epoch >= epochs
    }
  }

  /// Computes the function at a point, which becomes the last one unless the method is running away: says whether it
  /// did.
  private mutating func move(to point: [Double]) -> Bool {
    let evaluation = Evaluation(function, at: point)
    evaluations += 1
    hasDiverged = evaluation.isDiverging(since: start, gradientScale: function.gradientScale)
    if !hasDiverged { last = evaluation }
    return !hasDiverged
  }

  /// The result, at which the function is computed if it was not yet.
  mutating func finish() -> Minimum {
    if let best = heldOut?.bestPoint {
      if best != last.point { settle(at: best) }
    } else if !hasDiverged, path.point != last.point {
      settle(at: path.point)
    }
    return Minimum(
      point: last.point, value: last.value, evaluations: evaluations,
      report: FitReport(
        method: name, iterations: max(1, epoch), termination: termination, objectiveTrace: trace,
        certificate: Certificate(.gradientNorm, value: residual, tolerance: method.gradientTolerance)))
  }

  private mutating func settle(at point: [Double]) {
    let hadDiverged = hasDiverged
    if move(to: point), !method.tracesObjective { trace.append(last.value) }
    hasDiverged = hasDiverged || hadDiverged
  }

  private var termination: FitReport.Termination {
    if hasDiverged { return .diverged }
    if isWithinTolerance { return .converged }
    return epoch < method.epochs ? .earlyStopping : .iterationLimit
  }
}
