public import Learning

extension CrossValidation {
  /// Of each metric, on the test parts, in the order of ``metrics``.
  public var estimates: [ScoreEstimate] {
    metrics.indices.map { index in estimate(of: metrics[index], values: folds.map { $0.scores[index] }) }
  }

  /// Of each metric, on the training parts; nil where they were not asked for.
  public var trainingEstimates: [ScoreEstimate]? {
    let scores = folds.compactMap(\.trainingScores)
    guard scores.count == folds.count else { return nil }
    return metrics.indices.map { index in estimate(of: metrics[index], values: scores.map { $0[index] }) }
  }

  /// Of any metric, whether it was given or not: the folds' predictions are here.
  ///
  /// - Throws: `.inFold` with what the metric throws; `.undefined` in it where a score is NaN.
  public func estimate(of metric: Measure) throws(LearningError) -> ScoreEstimate {
    var values: [Double] = []
    for (index, fold) in folds.enumerated() {
      do throws(LearningError) {
        values.append(try metric.definedValue(of: fold.predictions))
      } catch {
        throw error.located(in: fold.split.test).inFold(index, of: folds.count)
      }
    }
    return estimate(of: metric, values: values)
  }

  /// Compares with another cross-validation of the same splits, as those by the same seed are.
  ///
  ///     let (ridge, plain) = ...
  ///     print(try ridge.comparison(with: plain, by: .meanSquaredError).test)
  ///
  /// - Throws: `.undefined` where the splits are others, for a single fold, and where a score is infinite; what the
  ///   metric throws.
  public func comparison(
    with other: CrossValidation, by metric: Measure
  ) throws(LearningError) -> ScoreComparison {
    guard folds.map(\.split) == other.folds.map(\.split) else {
      throw .undefined(
        "comparison by the \(metric.name)",
        reason: "the two cross-validations have different splits; give both the same splitter and seed")
    }
    return try ScoreComparison(estimate(of: metric), other.estimate(of: metric))
  }

  private func estimate(of metric: Measure, values: [Double]) -> ScoreEstimate {
    ScoreEstimate(
      name: metric.name, direction: metric.direction, values: values,
      testToTrainingRatio: testToTrainingRatio)
  }
}
