import Learning
import LinearAlgebra
import Optimization

/// Ridge regressions of several strengths on several parts of the same rows, which are mostly the same in all of them:
/// those of a cross-validation.
///
/// The sample whose rows weigh what they do in the parts on average is fitted first, for every strength. A part's
/// minimum is then about as far away as samples of the rows differ, and the loss curves alike there; so a few steps of
/// a quasi-Newton method are left for each part and strength, which all read the rows together.
///
/// - Complexity: O(n d k) a pass over the rows for k fits, as a product of matrices; few passes. One weight a row for
///   each part that is being fitted.
struct SharedLogisticFits {
  private let configuration: LogisticRegression
  /// From strong to weak.
  private let penalties: [CoefficientPenalty]
  private let parts: LogisticParts
  /// Of the whole sample; parts are fitted in the same coordinates.
  private let scaling: ColumnScaling
  private let starts: [[Double]]
  private let preconditioners: [LogisticPreconditioner]

  /// So many fits make products of matrices as fast as they can be; parts beyond them come afterwards.
  private static let mostFitsAtOnce = 64

  /// Fits the whole sample. Nil where there is something to be said of the data or no minimum: single fits tell.
  init?(
    _ configuration: LogisticRegression, penalties: [CoefficientPenalty], parts: LogisticParts
  ) throws(LearningError) {
    let pooled = try parts.pooled()
    let centers = configuration.fitsIntercept
    guard let scaling = try? ColumnScaling(pooled.x, weights: pooled.weights, centers: centers) else { return nil }
    let plain = LogisticObjective(
      x: pooled.x, classIndices: pooled.classIndices, weights: pooled.weights, outputs: 1, scaling: scaling,
      hasIntercept: configuration.fitsIntercept, l2: 0)
    let strengths = penalties.map(\.l2)
    guard let pilots = try LogisticPilotPath(plain, strengths: strengths)?.pilots else { return nil }
    preconditioners = pilots.map(\.preconditioner)
    // The parts' gradients at the minimum of the whole have elements of about (W parts)^-1/2.
    let tolerance = max(configuration.tolerance, 0.05 / (scaling.weight * Double(parts.rows.count)).squareRoot())
    starts = try LBFGS(stopping: StoppingRule(gradientTolerance: tolerance)).minimize(
      LogisticFamily(strengths.map { plain.with(l2: $0) }), from: pilots.map(\.start),
      preconditioners: preconditioners.map { $0.solve }
    ).map(\.point)
    self.configuration = configuration
    self.penalties = penalties
    self.parts = parts
    self.scaling = scaling
  }

  /// For each part a core for each penalty; nil where a part has no variance in some column, and a model of its own.
  func cores() throws(LearningError) -> [[LogisticRegression.Core]]? {
    let partsAtOnce = max(1, Self.mostFitsAtOnce / penalties.count)
    var cores: [[LogisticRegression.Core]] = []
    for start in stride(from: 0, to: parts.rows.count, by: partsAtOnce) {
      guard let next = try self.cores(of: start..<min(start + partsAtOnce, parts.rows.count)) else { return nil }
      cores += next
    }
    return cores
  }

  private func cores(of range: Range<Int>) throws(LearningError) -> [[LogisticRegression.Core]]? {
    var chosen: [LogisticParts.Part] = []
    for index in range {
      let part = try parts.part(index)
      guard part.sample.x.constantColumns(weights: part.sample.weights) == scaling.constantColumns else { return nil }
      chosen.append(part)
    }
    let objectives = chosen.flatMap { part in penalties.map { objective(of: part, $0) } }
    let minima = try minimize(objectives)
    return chosen.indices.map { index in
      penalties.indices.map { k in
        let fit = index * penalties.count + k
        return LogisticRegression.Core(
          objectives[fit], classCount: 2, penalty: penalties[k], minimum: minima[fit],
          classWeights: chosen[index].classFactors,
          nullLogLikelihood: chosen[index].nullLogLikelihood)
      }
    }
  }

  private func objective(of part: LogisticParts.Part, _ penalty: CoefficientPenalty) -> LogisticObjective {
    LogisticObjective(
      x: part.sample.x, classIndices: part.sample.classIndices, weights: part.sample.weights, outputs: 1,
      scaling: ColumnScaling(
        center: scaling.center, inverseScale: scaling.inverseScale, weight: part.weightOfClass.reduce(0, +)),
      hasIntercept: configuration.fitsIntercept, l2: penalty.l2)
  }

  /// - Parameter objectives: of the parts in turn, each with all penalties.
  private func minimize(_ objectives: [LogisticObjective]) throws(LearningError) -> [Minimum] {
    let strengths = objectives.indices.map { $0 % penalties.count }
    var minima = try LBFGS(stopping: StoppingRule(gradientTolerance: configuration.tolerance)).minimize(
      LogisticFamily(objectives), from: strengths.map { starts[$0] },
      preconditioners: strengths.map { preconditioners[$0].solve })
    for (index, minimum) in minima.enumerated() where !minimum.report.hasConverged {
      // By the method of a single fit, which has searched its lines with more care.
      var generator = SystemRandomNumberGenerator()
      minima[index] = try configuration.minimize(objectives[index], from: minimum.point, using: &generator)
    }
    return minima
  }
}
