internal import LinearAlgebra

/// What the folds of a cross-validation say of a score: its mean, and how exactly they tell it.
public struct ScoreEstimate: Hashable, Sendable {
  /// Of the metric.
  public let name: String
  /// Of the metric.
  public let direction: MetricDirection
  /// The score of each fold.
  public let values: [Double]
  /// The weight of a test part over that of its training part, averaged over the folds: 1/(k-1) for k folds. Without
  /// weights that of their numbers of rows.
  public let testToTrainingRatio: Double
  /// Of the folds, which all count the same.
  public let mean: Double
  /// From fold to fold, with J - 1 in the denominator; NaN for a single fold, and where a score is infinite.
  public let standardDeviation: Double

  init(name: String, direction: MetricDirection, values: [Double], testToTrainingRatio: Double) {
    self.name = name
    self.direction = direction
    self.values = values
    self.testToTrainingRatio = testToTrainingRatio
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = (squares / (count - 1)).squareRoot()
  }

  /// s / √J, the error that the mean would have if the folds were independent. They are not: they learn from the same
  /// rows, so it is too small; see ``correctedStandardError``. It is the one of the one-standard-error rule.
  public var standardError: Double { standardDeviation / Double(values.count).squareRoot() }

  /// s √(1/J + n₂/n₁), where the folds test on n₂ rows and learn from n₁.
  ///
  /// Folds that share training rows give scores that go together, and more folds of the same rows do not make the mean
  /// as much more exact as 1/J says. The correction supposes a correlation of n₂ / (n₁ + n₂).
  ///
  /// Source: Nadeau and Bengio, Inference for the generalization error, Machine Learning 52, 2003,
  /// doi:10.1023/A:1024068626366.
  public var correctedStandardError: Double {
    standardDeviation * (1 / Double(values.count) + testToTrainingRatio).squareRoot()
  }
}

extension ScoreEstimate: CustomStringConvertible {
  /// "accuracy: 0.9533 ± 0.0172 in 5 folds", with the corrected standard error; the mean alone where there is none.
  public var description: String {
    let spread = correctedStandardError.isNaN ? "" : " ± \(correctedStandardError.formatted(digits: 3))"
    return "\(name): \(mean.formatted(digits: 4))\(spread) in \(values.count) fold\(values.count == 1 ? "" : "s")"
  }
}
