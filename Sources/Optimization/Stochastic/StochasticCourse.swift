public import Learning

extension FitWarning.Kind {
  /// The objective was not computed but estimated from a sample.
  public static let estimatedObjective = FitWarning.Kind(rawValue: "estimated objective")
}

/// A run of a stochastic method: the path, what is computed of the whole along it, and when to stop.
struct StochasticCourse<Function: FiniteSum> {
  private let function: Function
  private let method: StochasticGradientDescent
  /// What is computed in place of the function; nil where the function is.
  private let sample: SampledSum<Function>?
  /// Where the method began.
  private let start: Evaluation
  private var path: StochasticPath<Function>
  private var heldOut: HeldOutLoss?
  /// The last point at which the function was computed and finite.
  private var last: Evaluation
  private var trace: [Double]
  private var evaluations: Double
  private var epoch = 0
  private var hasDiverged: Bool

  init(
    _ function: Function, from start: [Double], method: StochasticGradientDescent,
    heldOutLoss: (([Double]) -> Double)?
  ) {
    self.function = function
    self.method = method
    if case .sample(let count) = method.tracking, count < function.termCount {
      let sample = SampledSum(function, count: count)
      self.sample = sample
      self.start = Evaluation(sample, at: start)
    } else {
      sample = nil
      self.start = Evaluation(function, at: start)
    }
    evaluations = sample?.share ?? 1
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

  private var isWithinTolerance: Bool { sample == nil && residual <= method.gradientTolerance }

  private var tracks: Bool { method.tracking != .startAndEnd }

  /// Whether another epoch is to be run; tells the monitor.
  func goesOn() throws(LearningError) -> Bool {
    let objective = epoch == 0 || tracks ? last.value : nil
    try Monitor.poll(
      Monitor.Progress(stage: name, iteration: epoch, iterationLimit: method.epochs, objective: objective))
    if hasDiverged || epoch >= method.epochs || heldOut?.isExhausted == true { return false }
    return !(isWithinTolerance && (epoch == 0 || tracks))
  }

  mutating func runEpoch(using generator: inout some RandomNumberGenerator) {
    path.runEpoch(averages: averages, using: &generator)
    epoch += 1
    evaluations += 1
    heldOut?.record(path.point)
    guard tracks else {
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
    let evaluation = sample.map { Evaluation($0, at: point) } ?? Evaluation(function, at: point)
    evaluations += sample?.share ?? 1
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
        certificate: sample == nil
          ? Certificate(.gradientNorm, value: residual, tolerance: method.gradientTolerance) : nil,
        warnings: warnings))
  }

  private var warnings: [FitWarning] {
    guard let sample else { return [] }
    return [
      FitWarning(
        .estimatedObjective,
        message: "the objective is estimated from \(sample.termCount) of \(function.termCount) terms, and so is what "
          + "follows from it.")
    ]
  }

  private mutating func settle(at point: [Double]) {
    let hadDiverged = hasDiverged
    if move(to: point), !tracks { trace.append(last.value) }
    hasDiverged = hasDiverged || hadDiverged
  }

  private var termination: FitReport.Termination {
    if hasDiverged { return .diverged }
    if isWithinTolerance { return .converged }
    return epoch < method.epochs ? .earlyStopping : .iterationLimit
  }
}
