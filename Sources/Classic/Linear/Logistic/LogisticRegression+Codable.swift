import Learning
import LinearAlgebra

extension LogisticRegression.Core {
  enum CodingKeys: String, CodingKey {
    case coefficients, intercepts, classCount, penalty, hasIntercept, sampleSize, logLikelihood, nullLogLikelihood
    case multiclass, classWeights, reducesBias, covariance, report
  }

  /// Reads what `encode(to:)` wrote; parts that do not fit together are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    coefficients = try container.decode(Matrix.self, forKey: .coefficients)
    intercepts = try container.decode([Double].self, forKey: .intercepts)
    classCount = try container.decode(Int.self, forKey: .classCount)
    penalty = try container.decode(CoefficientPenalty.self, forKey: .penalty)
    hasIntercept = try container.decode(Bool.self, forKey: .hasIntercept)
    sampleSize = try container.decode(Double.self, forKey: .sampleSize)
    logLikelihood = try container.decode(Double.self, forKey: .logLikelihood)
    nullLogLikelihood = try container.decode(Double.self, forKey: .nullLogLikelihood)
    multiclass = try container.decode(LogisticRegression.Multiclass.self, forKey: .multiclass)
    classWeights = try container.decodeIfPresent([Double].self, forKey: .classWeights)
    reducesBias = try container.decode(Bool.self, forKey: .reducesBias)
    covariance = try container.decodeIfPresent(Matrix.self, forKey: .covariance)
    report = try container.decode(FitReport.self, forKey: .report)
    let outputs = classCount == 2 ? 1 : classCount
    let parameters = (coefficients.columnCount + (hasIntercept ? 1 : 0)) * (classCount - 1)
    let fits = classCount >= 2 && coefficients.rowCount == outputs && intercepts.count == outputs
      && (classWeights.map { $0.count == classCount } ?? true)
      && (covariance.map { $0.rowCount == parameters && $0.columnCount == parameters } ?? true)
    guard fits else {
      throw DecodingError.dataCorruptedError(
        forKey: .coefficients, in: container,
        debugDescription: "The coefficients are \(coefficients.rowCount) x \(coefficients.columnCount) with "
          + "\(intercepts.count) intercepts for \(classCount) classes; the parts do not fit together.")
    }
  }
}
