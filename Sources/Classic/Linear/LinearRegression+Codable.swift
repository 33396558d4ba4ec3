import LinearAlgebra
import Learning

extension LinearRegression.Model {
  enum CodingKeys: String, CodingKey {
    case coefficients, intercept, hasIntercept, penalty, sampleSize, residualSumOfSquares, totalSumOfSquares
    case effectiveParameters, covariance, report
  }

  /// Reads what `encode(to:)` wrote; a covariance that does not fit the coefficients is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    coefficients = try container.decode([Double].self, forKey: .coefficients)
    intercept = try container.decode(Double.self, forKey: .intercept)
    hasIntercept = try container.decode(Bool.self, forKey: .hasIntercept)
    penalty = try container.decode(CoefficientPenalty.self, forKey: .penalty)
    sampleSize = try container.decode(Double.self, forKey: .sampleSize)
    residualSumOfSquares = try container.decode(Double.self, forKey: .residualSumOfSquares)
    totalSumOfSquares = try container.decode(Double.self, forKey: .totalSumOfSquares)
    effectiveParameters = try container.decode(Double.self, forKey: .effectiveParameters)
    covariance = try container.decodeCovariance(
      forKey: .covariance, parameterCount: coefficients.count + (hasIntercept ? 1 : 0))
    report = try container.decode(FitReport.self, forKey: .report)
  }
}

extension KeyedDecodingContainer {
  /// The covariance of a linear model's parameters.
  func decodeCovariance(forKey key: Key, parameterCount: Int) throws -> Matrix? {
    guard let covariance = try decodeIfPresent(Matrix.self, forKey: key) else { return nil }
    guard covariance.rowCount == parameterCount, covariance.columnCount == parameterCount else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: "The covariance is \(covariance.rowCount) x \(covariance.columnCount) for "
          + "\(parameterCount) parameters; the parts do not fit together.")
    }
    return covariance
  }
}
