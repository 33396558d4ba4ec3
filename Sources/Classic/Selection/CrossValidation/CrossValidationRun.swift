import Learning

extension SelectionTask {
  /// Cross-validates one configuration.
  ///
  /// - Parameters:
  ///   - rows: the whole sample as the splitter sees it.
  /// - Throws: what the splitter throws, what is wrong with its splits, `.inFold` for the first fold that fails,
  ///   `.cancelled`.
  func crossValidate<Measure: Metric>(
    _ configuration: Configuration, rows: SplitRows, splitter: some Splitter, metrics: [Measure], keepsModels: Bool,
    scoresTraining: Bool, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> CrossValidation<Measure> where Measure.Judged == Judged {
    let plan = try FoldPlan(splitter.splits(of: rows, using: &generator), rowCount: rows.count, kept: kept)
    let engine = FoldEngine(
      task: self, plan: plan, metrics: metrics, scoresTraining: scoresTraining, stage: "cross-validation")
    let results = try engine.run([configuration], generators: generator.children(plan.parts.count)) { run in
      CrossValidation<Measure>.Fold(
        split: plan.splits[run.fold], scores: run.scores, trainingScores: run.trainingScores,
        predictions: run.predictions, fitDuration: run.fitDuration, predictionDuration: run.predictionDuration,
        report: run.model.report, model: keepsModels ? published(run.model) : nil)
    }
    var folds: [CrossValidation<Measure>.Fold] = []
    for result in results.joined() { folds.append(try result.get()) }
    return CrossValidation(
      metrics: metrics, folds: folds, testedRows: TestedRows(plan.splits.map(\.test)).rows,
      outOfFold: try gathered(zip(plan.parts, folds).map { ($0.test, $1.predictions) }),
      testToTrainingRatio: testToTrainingRatio(of: plan))
  }
}
