public import Learning
public import LinearAlgebra
import Optimization
internal import RealModule

extension PoissonRegression {
  /// The fitted coefficients, and what the likelihood says of them.
  public struct Model: Regressor, Codable, Equatable {
    /// d, in the features' own units: the change of the logarithm of the expected count with a unit of the feature.
    public let coefficients: [Double]
    /// 0 where none was fitted.
    public let intercept: Double
    public let hasIntercept: Bool
    public let penalty: CoefficientPenalty
    /// The number of samples, or the sum of their weights.
    public let sampleSize: Double
    /// 2 Σ w (y log(y/μ) - y + μ): twice what the log-likelihood lacks to that of means which equal the counts.
    public let deviance: Double
    /// That of a fit without features, with the same offsets, and with an intercept where the fit has one.
    public let nullDeviance: Double
    /// Σ w (y log μ - μ - log y!); for targets that are no whole numbers with the gamma function in place of y!.
    public let logLikelihood: Double
    /// Σ w (y - μ)²/μ.
    public let pearsonChiSquared: Double
    /// The coefficients that are not set to zero for want of information, and the intercept.
    public let parameterCount: Int
    /// Of intercept and coefficients, in this order, by the inverse of the information; a coefficient that was set to
    /// zero has zeros. Nil with a penalty, and where the maximum does not exist.
    public let covariance: Matrix?
    public let report: FitReport

    init(_ objective: PoissonObjective, penalty: CoefficientPenalty, fit: PoissonFit) throws(LearningError) {
      coefficients = fit.coefficients
      intercept = fit.intercept
      hasIntercept = objective.hasIntercept
      self.penalty = penalty
      sampleSize = objective.scaling.weight
      deviance = fit.deviance
      nullDeviance = fit.nullDeviance
      logLikelihood = fit.logLikelihood
      pearsonChiSquared = fit.pearsonChiSquared
      parameterCount = fit.parameterCount
      covariance = fit.covariance
      report = fit.report
      let results = coefficients + [intercept, deviance, nullDeviance, logLikelihood, pearsonChiSquared]
      guard results.allSatisfy(\.isFinite) else {
        throw .undefined(
          "Poisson regression of these data",
          reason: "expected counts overflow a Double; rescale the features, and check that offsets are logarithms")
      }
    }

    public var featureCount: Int { coefficients.count }

    /// The expected count of each row, exp(b + xᵀβ), for an offset of zero.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.undefined` for one that is beyond a Double.
    public func predict(_ x: Matrix) throws(LearningError) -> [Double] { try predict(x, offsets: nil) }

    /// The expected count of each row, exp(o + b + xᵀβ).
    ///
    /// - Parameter offsets: one for each row; nil for zeros.
    /// - Throws: besides, `.countMismatch` and `.valueNotFinite` about the offsets.
    public func predict(_ x: Matrix, offsets: [Double]?) throws(LearningError) -> [Double] {
      try requireFitting(x)
      var predictors = try linearPredictors(x, coefficients, intercept)
      if let offsets {
        guard offsets.count == x.rowCount else {
          throw .countMismatch(.offsets, count: offsets.count, rowCount: x.rowCount)
        }
        for (row, offset) in offsets.enumerated() {
          guard offset.isFinite else { throw .valueNotFinite(.offsets, row: row, value: offset) }
          predictors[row] += offset
        }
      }
      let means = VectorMath.exp(predictors)
      if let row = means.firstIndex(where: { !$0.isFinite }) {
        throw .undefined(
          "expected count of row \(row)",
          reason: "its logarithm is \(predictors[row].formatted(digits: 4)), and no Double is so large; the row is far "
            + "from those that were fitted")
      }
      return means
    }

    /// The share of the null deviance that the features explain; nil where there is nothing to explain.
    public var devianceExplained: Double? { nullDeviance > 0 ? 1 - deviance / nullDeviance : nil }

    /// The log-likelihood of a fit without features.
    public var nullLogLikelihood: Double { logLikelihood - 0.5 * (nullDeviance - deviance) }

    /// McFadden's R², 1 less the ratio of the log-likelihoods.
    public var mcFaddenR2: Double? { nullLogLikelihood < 0 ? 1 - logLikelihood / nullLogLikelihood : nil }

    /// The degrees of freedom that are left, the sample size less the parameters; nil for a penalised fit, whose number
    /// of parameters is no count.
    public var residualDegreesOfFreedom: Double? {
      penalty.isNone ? sampleSize - Double(parameterCount) : nil
    }

    /// Pearson's chi-squared over the degrees of freedom: about 1 for Poisson counts, more where they vary more than
    /// that. Nil where there are no degrees of freedom, and for penalised fits.
    public var dispersion: Double? {
      residualDegreesOfFreedom.flatMap { $0 > 0 ? pearsonChiSquared / $0 : nil }
    }

    /// Akaike's criterion, 2k - 2l; nil for a penalised fit.
    public var aic: Double? { penalty.isNone ? 2 * Double(parameterCount) - 2 * logLikelihood : nil }

    /// Schwarz's criterion, k log n - 2l; nil for a penalised fit.
    public var bic: Double? {
      penalty.isNone ? Double(parameterCount) * .log(sampleSize) - 2 * logLikelihood : nil
    }
  }
}
