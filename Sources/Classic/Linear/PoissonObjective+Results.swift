import Learning
import LinearAlgebra
import Optimization
internal import RealModule

/// What counts say of fitted means.
struct PoissonFit {
  let coefficients: [Double]
  let intercept: Double
  var deviance = 0.0
  var nullDeviance = 0.0
  var logLikelihood = 0.0
  var pearsonChiSquared = 0.0
  /// The columns that have a coefficient, and the intercept.
  let parameterCount: Int
  /// Of intercept and coefficients; nil where the information is singular or the fit has not converged.
  let covariance: Matrix?
  let report: FitReport

  init(_ objective: PoissonObjective, minimum: Minimum, penalty: CoefficientPenalty, dependentColumns: [Int]) {
    let scaling = objective.scaling
    coefficients = scaling.coefficients(at: minimum.point)
    intercept = scaling.intercept(at: minimum.point, coefficients)
    parameterCount = objective.dimension - scaling.idleColumns.count
    let logMeans = objective.logMeans(coefficients, intercept)
    report = objective.report(
      of: minimum, penalty: penalty, logMeans: logMeans, dependentColumns: dependentColumns)
    covariance = penalty.isNone && report.hasConverged ? objective.covariance(at: minimum.point) : nil
    let nullLogMeans = objective.nullLogMeans
    for (row, count) in objective.counts.enumerated() {
      let weight = objective.weights?[row] ?? 1
      let mean = Double.exp(logMeans[row])
      let unit = Self.halfDeviance(count, logMean: logMeans[row])
      deviance += 2 * weight * unit
      nullDeviance += 2 * weight * Self.halfDeviance(count, logMean: nullLogMeans[row])
      logLikelihood -= weight * (unit + Self.saturatedLoss(count))
      // A count of zero leaves μ, also where that has underflowed.
      pearsonChiSquared += weight * (count == 0 ? mean : (count - mean) * ((count - mean) / mean))
    }
  }

  /// y log(y/μ) - y + μ, in a form in which a count near its mean keeps its digits.
  private static func halfDeviance(_ count: Double, logMean: Double) -> Double {
    guard count > 0 else { return .exp(logMean) }
    let distance = logMean - .log(count)
    return count * (.expMinusOne(distance) - distance)
  }

  /// The negative log-likelihood of a count that is its own mean: log Γ(y + 1) - y log y + y.
  private static func saturatedLoss(_ count: Double) -> Double {
    count > 0 ? .logGamma(count + 1) - count * .log(count) + count : 0
  }
}

extension PoissonObjective {
  func logMeans(_ coefficients: [Double], _ intercept: Double) -> [Double] {
    let products = x.multiplied(by: coefficients)
    return products.indices.map { products[$0] + intercept + (offsets?[$0] ?? 0) }
  }

  /// Those of a fit without features: with an intercept, the exposure times the overall rate.
  fileprivate var nullLogMeans: [Double] {
    let rate = hasIntercept ? Double.log(totalCount) - logExposure : 0
    return counts.indices.map { rate + (offsets?[$0] ?? 0) }
  }

  /// What the method says, with what the data made necessary.
  fileprivate func report(
    of minimum: Minimum, penalty: CoefficientPenalty, logMeans: [Double], dependentColumns: [Int]
  ) -> FitReport {
    var report = minimum.report
    report.method = "Poisson deviance, " + report.method
    let constant = scaling.constantColumns
    if !constant.isEmpty { report.warnings.append(.constant(constant)) }
    if !dependentColumns.isEmpty { report.warnings.append(.dependent(dependentColumns)) }
    if let warning = unboundedness(penalty: penalty, logMeans: logMeans) {
      report.warnings.append(warning)
      if report.termination == .converged { report.termination = .diverged }
    }
    return report
  }

  /// Whether the likelihood goes on growing as some means go to zero.
  ///
  /// That is so where counts of zero have means near zero and nothing but those rows keeps the columns independent:
  /// the coefficients may then move without changing any other mean. Means near zero alone say nothing.
  ///
  /// Source: S. Correia, P. Guimarães and T. Zylkin, Verifying the existence of maximum likelihood estimates for
  /// generalized linear models, 2019, arXiv:1903.01633.
  private func unboundedness(penalty: CoefficientPenalty, logMeans: [Double]) -> FitWarning? {
    let total = totalCount
    if total == 0 && hasIntercept {
      return FitWarning(
        .separation, message: "every count is 0: the rate has no lower bound, and the intercept grows without end.")
    }
    guard penalty.isNone else { return nil }
    let negligible = Double.log(1e-8 * (total > 0 ? total / scaling.weight : 1))
    let vanishing = counts.indices.filter { counts[$0] == 0 && logMeans[$0] < negligible }
    guard !vanishing.isEmpty else { return nil }
    let rows = scaling.centering.design(x, weights: nil, hasIntercept: hasIntercept)
    let others = Set(counts.indices).subtracting(vanishing).sorted()
    let rank = others.isEmpty ? 0 : (try? PivotedQR(of: rows.selectingRows(others)).rank) ?? 0
    guard rank < dimension - scaling.idleColumns.count else { return nil }
    return FitWarning(
      .separation,
      message: "\(vanishing.count) rows without a count are told apart from the others: their means go to 0 and some "
        + "coefficients grow without bound. Use .l2, or drop the feature that gives the zeros away.")
  }

  /// The inverse of the information of intercept and coefficients, in the features' own units; nil where it is
  /// singular.
  fileprivate func covariance(at point: [Double]) -> Matrix? {
    var gradient = [Double](repeating: 0, count: dimension)
    var hessian = Matrix.zeros(dimension, dimension)
    _ = value(at: point, gradient: &gradient, hessian: &hessian)
    guard let inverse = try? Cholesky(of: hessian).inverse() else { return nil }
    return scaling.covariance(ofPoint: inverse)
  }
}
