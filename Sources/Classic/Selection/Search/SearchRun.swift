import Learning

extension SelectionTask {
  /// Compares candidates in the same folds.
  ///
  /// - Parameter rows: the whole sample as the splitter sees it.
  /// - Throws: `.invalidOption` for no candidates, what the splitter throws, what is wrong with its splits,
  ///   `.cancelled`; the error of the first candidate where every one fails.
  func search<Measure: Metric>(
    among candidates: [Candidate<Configuration>], rows: SplitRows, splitter: some Splitter, metric: Measure,
    scoresTraining: Bool, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> SearchResult<Configuration, Measure> where Measure.Judged == Judged {
    let plan = try FoldPlan(splitter.splits(of: rows, using: &generator), rowCount: rows.count, kept: kept)
    let engine = FoldEngine(
      task: self, plan: plan, metrics: [metric], scoresTraining: scoresTraining, stage: "search")
    let runs = try engine.run(
      candidates.map(\.configuration), generators: generator.children(plan.parts.count)
    ) { run in
      SearchRun(score: run.scores[0], trainingScore: run.trainingScores?[0], fitDuration: run.fitDuration)
    }
    let ratio = testToTrainingRatio(of: plan)
    return try SearchResult(
      metric: metric, splits: plan.splits, candidates: candidates,
      outcomes: runs.map { SearchRun.scores(of: $0, by: metric, testToTrainingRatio: ratio) })
  }
}

/// A candidate in a fold.
private struct SearchRun {
  let score: Double
  let trainingScore: Double?
  let fitDuration: Duration

  /// The scores of a candidate in all folds, or the error of the first one that failed.
  static func scores(
    of runs: [Result<SearchRun, LearningError>], by metric: some Metric, testToTrainingRatio: Double
  ) -> Result<CandidateScores, LearningError> {
    Result { () throws(LearningError) in
      var sound: [SearchRun] = []
      for run in runs { sound.append(try run.get()) }
      func estimate(_ values: [Double]) -> ScoreEstimate {
        ScoreEstimate(
          name: metric.name, direction: metric.direction, values: values, testToTrainingRatio: testToTrainingRatio)
      }
      let trainingScores = sound.compactMap(\.trainingScore)
      return CandidateScores(
        test: estimate(sound.map(\.score)), training: trainingScores.isEmpty ? nil : estimate(trainingScores),
        fitDuration: sound.reduce(.zero) { $0 + $1.fitDuration })
    }
  }
}
