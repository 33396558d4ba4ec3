public import Learning
public import LinearAlgebra
import Optimization
internal import RealModule

extension LinearRegression {
  /// The fitted coefficients, and what the residuals say of them.
  public struct Model: Regressor, Codable, Equatable {
    /// d, in the features' own units.
    public let coefficients: [Double]
    /// 0 where none was fitted.
    public let intercept: Double
    public let hasIntercept: Bool
    public let penalty: CoefficientPenalty
    /// The number of samples, or the sum of their weights.
    public let sampleSize: Double
    /// Σ w (y - ŷ)².
    public let residualSumOfSquares: Double
    /// Σ w (y - ȳ)², without an intercept Σ w y².
    public let totalSumOfSquares: Double
    /// The trace of the matrix that turns targets into fitted values, the intercept counted: the rank without a
    /// penalty, less for ridge, and for lasso the number of coefficients that are not zero.
    public let effectiveParameters: Double
    /// Of intercept and coefficients, in this order, by the residual variance; a coefficient that was set to zero has
    /// zeros. Nil with a penalty, and where no degrees of freedom are left.
    public let covariance: Matrix?
    public let report: FitReport

    init(_ objective: LeastSquaresObjective, penalty: CoefficientPenalty, fit: LinearFit) {
      coefficients = fit.coefficients
      intercept = fit.intercept
      hasIntercept = objective.hasIntercept
      self.penalty = penalty
      sampleSize = objective.scaling.weight
      residualSumOfSquares = fit.residualSumOfSquares
      totalSumOfSquares = objective.totalSumOfSquares
      effectiveParameters = fit.effectiveParameters
      report = fit.report
      let freedom = sampleSize - effectiveParameters
      covariance = penalty.isNone && freedom > 0
        ? fit.inverseInformation.map { $0 * (fit.residualSumOfSquares / freedom) } : nil
    }

    public var featureCount: Int { coefficients.count }

    /// b + xᵀβ of each row.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` for a value beyond a Double.
    public func predict(_ x: Matrix) throws(LearningError) -> [Double] {
      try requireFitting(x)
      return try linearPredictors(x, coefficients, intercept)
    }

    /// The degrees of freedom that are left to the residuals: the sample size less ``effectiveParameters``.
    public var residualDegreesOfFreedom: Double { sampleSize - effectiveParameters }

    /// The estimate of the errors' standard deviation, √(residual sum of squares / degrees of freedom); nil where none
    /// are left.
    public var residualStandardError: Double? {
      let freedom = residualDegreesOfFreedom
      return freedom > 0 ? (residualSumOfSquares / freedom).squareRoot() : nil
    }

    /// 1 less the residuals' share of the total sum of squares; nil where the targets do not vary.
    public var r2: Double? {
      totalSumOfSquares > 0 ? 1 - residualSumOfSquares / totalSumOfSquares : nil
    }

    /// R² with both sums over their degrees of freedom; nil where there are none.
    public var adjustedR2: Double? {
      let total = sampleSize - (hasIntercept ? 1 : 0)
      guard let r2, residualDegreesOfFreedom > 0 else { return nil }
      return 1 - (1 - r2) * total / residualDegreesOfFreedom
    }

    /// The logarithm of the likelihood with normal errors of the variance that makes it largest, the residual sum of
    /// squares over n, as R's `logLik`. Infinite for a fit without residuals.
    public var logLikelihood: Double {
      -0.5 * sampleSize * (.log(2 * .pi * residualSumOfSquares / sampleSize) + 1)
    }

    /// Akaike's criterion, 2k - 2l; the variance counts as a parameter, as in R (statsmodels does not count it).
    public var aic: Double { 2 * (effectiveParameters + 1) - 2 * logLikelihood }

    /// Schwarz's criterion, k log n - 2l, with the same k.
    public var bic: Double { .log(sampleSize) * (effectiveParameters + 1) - 2 * logLikelihood }
  }
}
