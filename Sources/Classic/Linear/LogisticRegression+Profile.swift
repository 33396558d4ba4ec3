public import Learning
public import LinearAlgebra
import Optimization
public import Stats
internal import RealModule

extension LogisticRegression {
  /// Fits, and tells of each coefficient by the profile of the likelihood: the interval of the values that a
  /// likelihood-ratio test does not reject, and the test that the coefficient is zero.
  ///
  ///     print(try LogisticRegression(penalty: .none).profileInference(x, labels: sick, names: names))
  ///
  /// The log-likelihood of a small sample, or of a coefficient far from zero, is no parabola, and Wald's intervals and
  /// tests that take it for one are then poor: R's `confint(glm)` profiles, too. With
  /// ``firth(fitsIntercept:tolerance:)`` the penalised likelihood is profiled, as R's `logistf` does.
  ///
  /// Estimates and standard errors are those of the fit. The statistic is the root of the likelihood ratio with the
  /// estimate's sign, so that its square is compared with the chi-squared distribution of one degree of freedom.
  ///
  /// - Parameters:
  ///   - x, labels, weights: see ``ClassifierEstimator/fit(_:labels:weights:using:)``; labels of two classes.
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  /// - Throws: what the fit and ``Core/inference(names:level:)`` throw.
  /// - Complexity: about a hundred Newton iterations, O(n d²) each, for each coefficient.
  ///
  /// Source: D. J. Venzon and S. H. Moolgavkar, A method for computing profile-likelihood-based confidence intervals,
  /// Applied Statistics 37(1), 1988, doi:10.2307/2347496.
  public func profileInference<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, names: [String]? = nil, level: Double = 0.95
  ) throws(LearningError) -> Inference {
    let core = try fit(x, labels: labels, weights: weights).core
    let table = try core.inference(names: names, level: level)
    let sample = try LogisticSample(x, labels: labels, weights: weights)
    let z = try Normal.standard.upperQuantile((1 - level) / 2)
    let rows = try table.rows.enumerated().map { index, row throws(LearningError) in
      // An intercept is that of features that are not centred.
      let isIntercept = fitsIntercept && index == 0
      let objective = try objective(of: sample, centers: fitsIntercept && !isIntercept)
      let coefficient = fitsIntercept ? (isIntercept ? objective.x.columnCount : index - 1) : index
      let unit = isIntercept ? 1 : objective.scaling.inverseScale[coefficient]
      let point = objective.point(of: LogisticStart(core))
      return reducesBias
        ? try Self.row(row, of: CoefficientProfile(FirthObjective(objective), at: point, index: coefficient), z, unit)
        : try Self.row(row, of: CoefficientProfile(objective, at: point, index: coefficient), z, unit)
    }
    return try Inference(rows: rows, level: level)
  }

  /// - Parameter unit: what a step of one in the standardised coefficient is in the coefficient.
  private static func row(
    _ wald: Inference.Row, of profile: CoefficientProfile<some TwiceDifferentiableFunction>, _ z: Double, _ unit: Double
  ) throws(LearningError) -> Inference.Row {
    let error = (wald.standardError ?? 1) / unit
    let root = try profile.deviance(at: 0).squareRoot()
    let statistic = wald.estimate < 0 ? -root : root
    return Inference.Row(
      name: wald.name, estimate: wald.estimate, standardError: wald.standardError, statistic: statistic,
      pValue: 2 * Normal.standard.survival(root),
      interval: IntervalEstimate(
        lower: try profile.end(z, .lower, standardError: error) * unit,
        upper: try profile.end(z, .upper, standardError: error) * unit, level: wald.interval?.level ?? 0.95))
  }
}
