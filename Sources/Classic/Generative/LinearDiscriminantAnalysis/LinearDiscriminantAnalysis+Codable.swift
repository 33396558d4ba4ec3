import Learning
import LinearAlgebra

extension LinearDiscriminantAnalysis.Core {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      priors: try container.decode([Double].self, forKey: .priors),
      means: try container.decode(Matrix.self, forKey: .means),
      center: try container.decode([Double].self, forKey: .center),
      coefficients: try container.decode(Matrix.self, forKey: .coefficients),
      scoresAtCenter: try container.decode([Double].self, forKey: .scoresAtCenter),
      discriminantAxes: try container.decode(Matrix.self, forKey: .discriminantAxes),
      explainedVarianceRatio: try container.decode([Double].self, forKey: .explainedVarianceRatio),
      shrinkage: try container.decode([Double].self, forKey: .shrinkage),
      rank: try container.decode(Int.self, forKey: .rank),
      report: try container.decode(FitReport.self, forKey: .report))
    guard let (key, sentence) = inconsistentClasses ?? inconsistentAxes else { return }
    throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: sentence)
  }

  private typealias Inconsistency = (key: CodingKeys, sentence: String)

  private var inconsistentClasses: Inconsistency? {
    if coefficients.isEmpty || center.count != featureCount {
      return (.coefficients, "Coefficients of \(coefficients.shape) do not fit a centre of \(center.count) columns.")
    }
    if (means.rowCount, means.columnCount) != (classCount, featureCount) {
      return (.means, "Means of \(means.shape) do not fit coefficients of \(coefficients.shape).")
    }
    if priors.count != classCount || !priors.allSatisfy({ $0 > 0 && $0 <= 1 }) {
      return (.priors, "There must be one probability for each of \(classCount) classes.")
    }
    if scoresAtCenter.count != classCount {
      return (.scoresAtCenter, "There are \(scoresAtCenter.count) scores for \(classCount) classes.")
    }
    if shrinkage.count != classCount || !shrinkage.allSatisfy((0...1).contains) {
      return (.shrinkage, "There must be one intensity from 0 to 1 for each of \(classCount) classes.")
    }
    return nil
  }

  private var inconsistentAxes: Inconsistency? {
    if discriminantAxes.columnCount != featureCount || axisCount >= classCount {
      return (
        .discriminantAxes,
        "Axes of \(discriminantAxes.shape) do not fit \(classCount) classes and \(featureCount) columns."
      )
    }
    if explainedVarianceRatio.count != axisCount || !explainedVarianceRatio.allSatisfy((0...1).contains) {
      return (.explainedVarianceRatio, "There must be one share for each of \(axisCount) axes.")
    }
    if !(1...featureCount).contains(rank) {
      return (.rank, "A rank of \(rank) does not fit \(featureCount) columns.")
    }
    return isFinite ? nil : (.coefficients, "Means, coefficients, scores and axes must be finite.")
  }
}
