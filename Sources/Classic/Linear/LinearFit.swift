import Learning
import LinearAlgebra
import Optimization

/// What a solver of least squares found.
struct LinearFit {
  let coefficients: [Double]
  let intercept: Double
  let residualSumOfSquares: Double
  /// The trace of the matrix that turns targets into fitted values: the number of parameters that can move.
  let effectiveParameters: Double
  /// The covariance of intercept and coefficients up to the variance of the errors, with zeros for coefficients that
  /// were set to zero; nil with a penalty.
  let inverseInformation: Matrix?
  let report: FitReport

  /// Takes the residual sum of squares and the certificate from a last pass over the rows.
  ///
  /// - Parameters:
  ///   - intercept: nil for the one that is best for the coefficients.
  ///   - residualSumOfSquares: where the solver knows it with less rounding than a sum over residuals has.
  init(
    _ objective: LeastSquaresObjective, coefficients: [Double], intercept: Double? = nil,
    residualSumOfSquares: Double? = nil, effectiveParameters: Double, inverseInformation: Matrix? = nil,
    report: FitReport
  ) {
    let scaling = objective.scaling
    let (squares, descent) = objective.evaluate(coefficients)
    self.coefficients = coefficients
    self.intercept = intercept ?? objective.intercept(coefficients)
    self.residualSumOfSquares = residualSumOfSquares ?? squares
    self.effectiveParameters = effectiveParameters
    self.inverseInformation = inverseInformation
    var report = report
    if report.certificate == nil {
      let steepest = descent.indices.reduce(0) { max($0, abs(descent[$1] * scaling.inverseScale[$1])) }
      let certificate = Certificate(
        .gradientNorm, value: steepest / objective.gradientScale, tolerance: objective.tolerance)
      report.certificate = certificate
      if certificate.value > certificate.tolerance { report.termination = .stalled }
    }
    if !scaling.constantColumns.isEmpty { report.warnings.insert(.constant(scaling.constantColumns), at: 0) }
    self.report = report
  }
}
