import Learning
import LinearAlgebra
import Optimization

/// What a sample of the rows says before all are read again and again: where the minimum is, but for the sample's
/// error, and how the loss curves there.
///
/// With m of n rows the sample's minimum is away from that of all by what √(1/m) is to √(1/n) in standard errors, and
/// its Hessian by a share of √(d/m); a quasi-Newton method then needs few passes over the whole. The rows are taken at
/// equal distances, the same for the same data.
///
/// Source: F. Roosta-Khorasani and M. W. Mahoney, Sub-sampled Newton methods, Mathematical Programming 174, 2019,
/// doi:10.1007/s10107-018-1346-5.
struct LogisticPilot {
  let start: [Double]
  let preconditioner: LogisticPreconditioner

  /// Nil where the sample has no minimum, or no curvature that can be used.
  init?(_ objective: LogisticObjective, from start: [Double]) throws(LearningError) {
    guard objective.affordsHessian, !objective.isSingular, let sample = objective.ampleSample else {
      self.init(curvatureOf: objective, at: start)
      return
    }
    let minimum = try Self.minimize(sample, of: objective, from: start)
    guard minimum.report.hasConverged else { return nil }
    guard let preconditioner = LogisticPreconditioner(hessianOf: sample, at: minimum.point) else { return nil }
    self.init(start: minimum.point, preconditioner: preconditioner)
  }

  /// By Newton's method, from the minimum of a sample of the sample where that is large itself.
  static func minimize(
    _ sample: LogisticObjective, of whole: LogisticObjective, from start: [Double]
  ) throws(LearningError) -> Minimum {
    var first = start
    if let smaller = sample.ampleSample {
      let minimum = try minimize(smaller, of: sample, from: start)
      if minimum.report.hasConverged { first = minimum.point }
    }
    // A decrement of √(d n/m) standard errors is what the sample is away from the whole; a tenth of it is near enough.
    let share = Double(whole.x.rowCount) / Double(sample.x.rowCount)
    let tolerance = 0.1 * (Double(whole.dimension) * share).squareRoot()
    return try Newton(tolerance: tolerance).minimize(sample, from: first) { sample.isWorthwhile($0) }
  }

  /// Of more coefficients than a sample of the rows can tell anything about: the curvature at the start alone.
  init?(curvatureOf objective: LogisticObjective, at start: [Double]) {
    let d = objective.x.columnCount
    // Beyond this a factorization costs more than the iterations that it saves.
    guard d <= 2000 else { return nil }
    let sample = objective.sample(atLeast: 8 * d) ?? objective
    guard let preconditioner = LogisticPreconditioner(blockOf: sample, at: start) else { return nil }
    self.init(start: start, preconditioner: preconditioner)
  }

  init(start: [Double], preconditioner: LogisticPreconditioner) {
    self.start = start
    self.preconditioner = preconditioner
  }
}

extension LogisticObjective {
  /// Thirty rows or more for each variable, which say where the minimum is and not only how the loss curves.
  var ampleSample: LogisticObjective? { sample(atLeast: 30 * dimension) }

  /// The objective of an eighth of the rows, or of as many as asked for, with weights that make up for the others; nil
  /// where this would be more than a quarter of them, or all that have weight are left out.
  fileprivate func sample(atLeast least: Int) -> LogisticObjective? {
    let n = x.rowCount
    let stride = n / max(1, least, n / 8)
    guard stride >= 4 else { return nil }
    let rows = Array(Swift.stride(from: stride / 2, to: n, by: stride))
    let weightOfRows = rows.reduce(0) { $0 + (weights?[$1] ?? 1) }
    guard weightOfRows > 0 else { return nil }
    let share = scaling.weight / weightOfRows
    return LogisticObjective(
      x: x.selectingRows(rows), classIndices: rows.map { classIndices[$0] },
      weights: rows.map { share * (weights?[$0] ?? 1) }, outputs: outputs, scaling: scaling,
      hasIntercept: hasIntercept, l2: l2)
  }
}
