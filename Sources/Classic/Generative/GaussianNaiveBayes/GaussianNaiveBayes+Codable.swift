import Learning
import LinearAlgebra

extension GaussianNaiveBayes.Core {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      means: try container.decode(Matrix.self, forKey: .means),
      variances: try container.decode(Matrix.self, forKey: .variances),
      logPriors: try container.decode([Double].self, forKey: .logPriors),
      smoothing: try container.decode(Double.self, forKey: .smoothing),
      report: try container.decode(FitReport.self, forKey: .report))
    guard let (key, sentence) = inconsistency else { return }
    throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: sentence)
  }

  private var inconsistency: (key: CodingKeys, sentence: String)? {
    if means.isEmpty || !means.maximumMagnitude.isFinite {
      return (.means, "Means must be finite, for at least one class and one column.")
    }
    if (variances.rowCount, variances.columnCount) != (classCount, featureCount) {
      return (.variances, "Variances of \(variances.shape) do not fit means of \(means.shape).")
    }
    if !variances.elements.allSatisfy({ $0 > 0 && $0.isFinite }) {
      return (.variances, "Variances must be positive and finite.")
    }
    if logPriors.count != classCount || !logPriors.allSatisfy({ $0 <= 0 && $0.isFinite }) {
      return (.logPriors, "There must be one finite logarithm of a probability for each of \(classCount) classes.")
    }
    if !(smoothing >= 0 && smoothing.isFinite) {
      return (.smoothing, "The smoothing is \(smoothing); it must be finite, and not negative.")
    }
    return nil
  }
}
