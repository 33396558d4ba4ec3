public import Learning

/// The cut-offs of a cross-validation: those of all rows together, and how much they differ from fold to fold.
public struct CutOffSpread: Hashable, Sendable {
  /// Of the predictions of all rows by models that had not learned from them.
  public let pooled: CutOffTable
  /// Of each fold by itself. Where their best thresholds are far apart, the sample hardly tells which is best, and
  /// ``MisclassificationCosts/calibratedCutOff()`` of a calibrated model is the safer choice.
  public let folds: [CutOffTable]
  let testToTrainingRatio: Double

  /// The cost per row of a threshold in each fold, with its mean and standard errors: a point of the cost curve.
  ///
  /// At the threshold that is best on the same rows it is a little too low, since that was chosen for it.
  ///
  /// - Complexity: O(k log n).
  public func cost(at threshold: Double) -> ScoreEstimate {
    ScoreEstimate(
      name: "cost per row", direction: .lowerIsBetter, values: folds.map { $0.costPerRow(at: threshold) },
      testToTrainingRatio: testToTrainingRatio)
  }
}

extension CrossValidation {
  /// Which probability of a class to take as the cut-off, by what decisions cost.
  ///
  ///     let result = try crossValidate(LogisticRegression(), x, labels: y, using: &generator)
  ///     let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 10)
  ///     let spread = try result.cutOffs(for: "ill", costs: costs)
  ///     spread.pooled.best.threshold
  ///     spread.folds.map(\.best.threshold)
  ///
  /// - Parameter positive: the class that is looked for; all others are negative.
  /// - Throws: `.invalidOption` for costs that make no sense, and for a class that is not there; `.inFold` with
  ///   `.oneClassOnly` where a fold has positive rows or others only.
  public func cutOffs<Label: ClassLabel>(
    for positive: Label, costs: MisclassificationCosts
  ) throws(LearningError) -> CutOffSpread where Measure == ClassificationMetric<Label> {
    let pooled = try outOfFold.cutOffs(for: positive, costs: costs)
    var tables: [CutOffTable] = []
    for (index, fold) in folds.enumerated() {
      do throws(LearningError) {
        tables.append(try fold.predictions.cutOffs(for: positive, costs: costs))
      } catch {
        throw error.located(in: fold.split.test).inFold(index, of: folds.count)
      }
    }
    return CutOffSpread(pooled: pooled, folds: tables, testToTrainingRatio: testToTrainingRatio)
  }
}

extension ClassifierPredictions {
  fileprivate func cutOffs(
    for positive: Label, costs: MisclassificationCosts
  ) throws(LearningError) -> CutOffTable {
    guard let column = classes.firstIndex(of: positive) else {
      throw .invalidOption(
        name: "positive", value: "“\(positive)”",
        allowed: "one of " + classes.map { "“\($0)”" }.joined(separator: ", "))
    }
    return try CutOffTable(
      of: probabilities.rows.map { $0[column] }, labels: labels.map { $0 == positive }, weights: weights, costs: costs)
  }
}
