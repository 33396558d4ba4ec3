internal import Learning

/// The weighted means that lead to an M-estimate of location, and with them, if wanted, the scale of Proposal 2.
///
/// Every step lowers the objective: Σ w ρ(r) where the scale is fixed, else Huber's s Σ w (ρ(r) + a), which is convex
/// in both, a being (n - 1) E ψ(Z)² / 2n.
///
/// Source: P. J. Huber, Robust Statistics, Wiley, 1981, sections 7.7 and 7.8.
struct LocationIteration {
  let loss: RobustLoss
  /// The sample less its median.
  let distances: RobustSample
  let adaptsScale: Bool
  let tolerance: Double
  let iterationLimit: Int

  struct Solution {
    /// The location less the median.
    var shift = 0.0
    var scale: Double
    var standardError: Double?
    var report: FitReport
  }

  /// Weighted sums over the sample at a location and a scale.
  private struct Sums {
    var count = 0.0
    var losses = 0.0
    var influences = 0.0, absoluteInfluences = 0.0, squaredInfluences = 0.0
    var weights = 0.0
    var slopes = 0.0, squaredSlopes = 0.0

    mutating func add(_ other: Sums) {
      count += other.count
      losses += other.losses
      influences += other.influences
      absoluteInfluences += other.absoluteInfluences
      squaredInfluences += other.squaredInfluences
      weights += other.weights
      slopes += other.slopes
      squaredSlopes += other.squaredSlopes
    }
  }

  func run(fromScale start: Double) throws(LearningError) -> Solution {
    var (shift, scale) = (0.0, start)
    var sums = sums(shift, scale)
    var trace = [objective(sums, scale)]
    var termination = FitReport.Termination.iterationLimit
    guard sums.weights > 0 else {
      throw .undefined("location", reason: "no observation is near enough to the median for a scale of \(scale)")
    }
    if residual(sums) <= tolerance { termination = .converged }
    while termination == .iterationLimit, trace.count <= iterationLimit {
      try Monitor.poll(
        Monitor.Progress(
          stage: "M-estimate of location", iteration: trace.count - 1, iterationLimit: iterationLimit,
          objective: trace.last))
      let before = (shift, scale)
      shift += scale * sums.influences / sums.weights
      if adaptsScale { scale *= scaleRatio(sums).squareRoot() }
      guard (shift, scale) != before else {
        termination = .stalled
        break
      }
      sums = self.sums(shift, scale)
      trace.append(objective(sums, scale))
      if residual(sums) <= tolerance { termination = .converged }
    }
    return Solution(
      shift: shift, scale: scale, standardError: standardError(sums, scale),
      report: FitReport(
        method: "iteratively reweighted mean" + (adaptsScale ? " and scale" : ""), iterations: max(1, trace.count - 1),
        termination: termination, objectiveTrace: trace,
        certificate: Certificate(.residualNorm, value: residual(sums), tolerance: tolerance)))
  }

  /// Block by block, so that rounding does not add up to what the tolerance forbids.
  private func sums(_ shift: Double, _ scale: Double) -> Sums {
    var total = Sums()
    let rows = distances.values.indices
    for start in stride(from: 0, to: rows.upperBound, by: 1024) {
      total.add(sums(shift, scale, rows: start..<min(start + 1024, rows.upperBound)))
    }
    return total
  }

  private func sums(_ shift: Double, _ scale: Double, rows: Range<Int>) -> Sums {
    var sums = Sums()
    for row in rows {
      let count = distances.weights?[row] ?? 1
      let r = (distances.values[row] - shift) / scale
      let (influence, slope) = (loss.influence(r), loss.influenceSlope(r))
      sums.count += count
      sums.losses += count * loss.value(r)
      sums.influences += count * influence
      sums.absoluteInfluences += count * abs(influence)
      sums.squaredInfluences += count * influence * influence
      sums.weights += count * loss.weight(r)
      sums.slopes += count * slope
      sums.squaredSlopes += count * slope * slope
    }
    return sums
  }

  /// The sum of ψ² over what Proposal 2 wants it to be.
  private func scaleRatio(_ sums: Sums) -> Double {
    sums.squaredInfluences / ((sums.count - 1) * RobustLoss.huberSecondMoment(loss.constant))
  }

  /// How far the equations are from holding, in relative terms.
  private func residual(_ sums: Sums) -> Double {
    let location = sums.influences == 0 ? 0 : abs(sums.influences) / sums.absoluteInfluences
    return adaptsScale ? max(location, abs(scaleRatio(sums) - 1)) : location
  }

  private func objective(_ sums: Sums, _ scale: Double) -> Double {
    guard adaptsScale else { return sums.losses }
    return scale * (sums.losses + (sums.count - 1) * RobustLoss.huberSecondMoment(loss.constant) / 2)
  }

  private func standardError(_ sums: Sums, _ scale: Double) -> Double? {
    let n = sums.count
    let slope = sums.slopes / n
    guard n > 1, slope > 0 else { return nil }
    let variance = max(0, sums.squaredSlopes / n - slope * slope)
    let correction = 1 + variance / (n * slope * slope)
    return scale * correction * (sums.squaredInfluences / (n - 1) / n).squareRoot() / slope
  }
}
