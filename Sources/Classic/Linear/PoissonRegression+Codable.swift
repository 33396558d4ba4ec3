import Learning
import LinearAlgebra

extension PoissonRegression.Model {
  enum CodingKeys: String, CodingKey {
    case coefficients, intercept, hasIntercept, penalty, sampleSize, deviance, nullDeviance, logLikelihood
    case pearsonChiSquared, parameterCount, covariance, report
  }

  /// Reads what `encode(to:)` wrote; a covariance that does not fit the coefficients is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    coefficients = try container.decode([Double].self, forKey: .coefficients)
    intercept = try container.decode(Double.self, forKey: .intercept)
    hasIntercept = try container.decode(Bool.self, forKey: .hasIntercept)
    penalty = try container.decode(CoefficientPenalty.self, forKey: .penalty)
    sampleSize = try container.decode(Double.self, forKey: .sampleSize)
    deviance = try container.decode(Double.self, forKey: .deviance)
    nullDeviance = try container.decode(Double.self, forKey: .nullDeviance)
    logLikelihood = try container.decode(Double.self, forKey: .logLikelihood)
    pearsonChiSquared = try container.decode(Double.self, forKey: .pearsonChiSquared)
    parameterCount = try container.decode(Int.self, forKey: .parameterCount)
    covariance = try container.decodeCovariance(
      forKey: .covariance, parameterCount: coefficients.count + (hasIntercept ? 1 : 0))
    report = try container.decode(FitReport.self, forKey: .report)
  }
}
