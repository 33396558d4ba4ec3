import Classic
import LinearAlgebra
import Learning

/// Cross-validates one configuration after another in the same folds.
struct Judge {
  let x: Matrix
  let labels: [String]
  /// Of the folds.
  let seed: UInt64

  func loss(of estimator: some ClassifierEstimator) throws -> ScoreEstimate {
    var generator = SeededGenerator(seed: seed)
    return try crossValidate(
      estimator, x, labels: labels, splitter: RepeatedKFold(foldCount: 10, repeatCount: 3), metrics: [.logLoss],
      using: &generator
    ).estimates[0]
  }
}
