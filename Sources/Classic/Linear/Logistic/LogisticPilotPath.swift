import Learning
import LinearAlgebra
import Optimization

/// Pilots for several ridge penalties of the same losses, from strong to weak: each begins where the one before ended,
/// and takes over its Hessian, with the other penalty, where the curvature of the losses has hardly changed.
struct LogisticPilotPath {
  private(set) var pilots: [LogisticPilot] = []
  private let sample: LogisticObjective
  /// Where the last Hessian was computed: the curvatures of the rows, and itself without a penalty.
  private var last: (curvatures: [Double], hessian: Matrix)?

  /// Nil where one of the objectives has no pilot. Where there are too few rows for a sample, all of them are it.
  ///
  /// - Parameters:
  ///   - objective: with any penalty.
  ///   - strengths: l2 > 0, in descending order.
  init?(_ objective: LogisticObjective, strengths: [Double]) throws(LearningError) {
    sample = (objective.affordsHessian ? objective.ampleSample : nil) ?? objective
    var point = [Double](repeating: 0, count: objective.dimension)
    for l2 in strengths {
      guard let pilot = try objective.affordsHessian
        ? pilot(of: objective.with(l2: l2), from: point) : LogisticPilot(curvatureOf: objective.with(l2: l2), at: point)
      else { return nil }
      pilots.append(pilot)
      point = pilot.start
    }
  }

  /// The minimum of the sample, by the last preconditioner that there is.
  private mutating func pilot(
    of objective: LogisticObjective, from start: [Double]
  ) throws(LearningError) -> LogisticPilot? {
    let own = sample.with(l2: objective.l2)
    let minimum: Minimum
    if let preconditioner = preconditioner(of: own) {
      let sampleError = 1 / sample.scaling.weight.squareRoot()
      minimum = try LBFGS(stopping: StoppingRule(gradientTolerance: 0.05 * sampleError)).minimize(
        own, from: start, preconditioner: preconditioner.solve)
    } else {
      minimum = try LogisticPilot.minimize(own, of: objective, from: start)
    }
    guard minimum.report.hasConverged else { return nil }
    look(at: minimum.point)
    return preconditioner(of: own).map { LogisticPilot(start: minimum.point, preconditioner: $0) }
  }

  /// Computes the Hessian anew unless the curvatures of the rows are those that it was computed with, to about what a
  /// sample has of them.
  private mutating func look(at point: [Double]) {
    var gradient = [Double](repeating: 0, count: sample.dimension)
    let probabilities = sample.curvature(at: point, gradient: &gradient).curvature.elements
    let curvatures = probabilities.indices.map {
      (sample.weights?[$0] ?? 1) * probabilities[$0] * (1 - probabilities[$0])
    }
    if let last {
      let change = zip(curvatures, last.curvatures).reduce(0) { $0 + abs($1.0 - $1.1) }
      if change <= 0.02 * last.curvatures.reduce(0, +) { return }
    }
    last = (curvatures, sample.with(l2: 0).block(curvatures))
  }

  private func preconditioner(of own: LogisticObjective) -> LogisticPreconditioner? {
    guard var hessian = last?.hessian else { return nil }
    for (j, inverse) in own.scaling.inverseScale.enumerated() { hessian[j, j] += own.l2 * inverse * inverse }
    return LogisticPreconditioner(hessian, rows: sample.x.rowCount)
  }
}
