public import Learning
import LinearAlgebra
internal import RealModule
public import Stats

extension PoissonRegression.Model {
  /// The table of intercept and coefficients with standard errors, tests and Wald's intervals, as R's `summary(glm)`
  /// prints it.
  ///
  /// - Parameters:
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  ///   - scaledByDispersion: whether standard errors are multiplied by the root of the ``dispersion`` and compared with
  ///     Student's t, as R's `quasipoisson` does, for counts that vary more than Poisson's. False by default.
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a penalised fit, where the estimates have no standard errors,
  ///   and where there is no dispersion to scale by; ``LearningError/invalidOption(name:value:allowed:)`` for another
  ///   number of names or a level that is none.
  public func inference(
    names: [String]? = nil, level: Double = 0.95, scaledByDispersion: Bool = false
  ) throws(LearningError) -> Inference {
    try requireNoPenalty(penalty)
    guard let covariance else {
      throw .undefined(
        "inference for this fit",
        reason: report.hasConverged
          ? "the information is singular to working precision" : "the fit ended as \(report.termination.rawValue)")
    }
    var scale = 1.0, statistic = Inference.Statistic.z
    if scaledByDispersion {
      guard let dispersion, let freedom = residualDegreesOfFreedom else {
        throw .undefined("dispersion", reason: "there are no degrees of freedom left to estimate it from")
      }
      (scale, statistic) = (dispersion, .t(degreesOfFreedom: freedom))
    }
    return try .ofLinearModel(
      names: names, intercept: hasIntercept ? intercept : nil, coefficients, covariance * scale,
      statistic: statistic, level: level)
  }

  /// What a unit of each feature multiplies the expected count by, exp(β), with the intervals of the coefficients taken
  /// to that scale; the tests are those of β = 0, which is a ratio of 1. The intercept's row is the rate where all
  /// features are zero.
  ///
  /// - Throws: as ``inference(names:level:scaledByDispersion:)``.
  public func rateRatios(
    names: [String]? = nil, level: Double = 0.95, scaledByDispersion: Bool = false
  ) throws(LearningError) -> Inference {
    let table = try inference(names: names, level: level, scaledByDispersion: scaledByDispersion)
    let rows = table.rows.map { row in
      Inference.Row(
        name: row.name, estimate: .exp(row.estimate), statistic: row.statistic, pValue: row.pValue,
        interval: row.interval.map {
          IntervalEstimate(lower: .exp($0.lower), upper: .exp($0.upper), level: $0.level)
        })
    }
    return try Inference(rows: rows, statistic: table.statistic, level: level)
  }
}
