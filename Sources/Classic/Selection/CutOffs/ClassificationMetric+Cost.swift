import Learning

extension ClassificationMetric {
  /// What the decisions cost per row, by weight.
  ///
  ///     let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 10)
  ///     try crossValidate(TunedThreshold(LogisticRegression(), costs: costs), x, labels: y, metrics: [.cost(costs)])
  ///
  /// - Parameters:
  ///   - positive: the class that is looked for, all others being negative; by default the last of two, as for
  ///     ``TunedThreshold``.
  ///
  /// The metric throws `.invalidOption` for costs that make no sense and for a class that is not there, and what a
  /// ``ConfusionMatrix`` throws.
  public static func cost(_ costs: MisclassificationCosts, positive: Label? = nil) -> ClassificationMetric {
    ClassificationMetric(named("cost per row", of: positive), .lowerIsBetter) { judged throws(LearningError) in
      try costs.requireSense()
      let column = try judged.column(ofPositive: positive)
      let confusion = try ConfusionMatrix(
        of: judged.predictions, labels: judged.labels, classes: judged.classes, weights: judged.weights)
      let (support, predicted) = (confusion.supports[column], confusion.predictedCounts[column])
      let right = confusion.correctCounts[column]
      let others = confusion.total - support
      return costs.perRow(
        truePositives: right, falsePositives: predicted - right, trueNegatives: others - (predicted - right),
        falseNegatives: support - right)
    }
  }
}
