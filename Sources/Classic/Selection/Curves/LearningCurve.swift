/// How scores change with the number of rows to learn from.
///
/// Where the scores on test rows still rise at the end, more rows would help; where they have met those on training
/// rows, and both are poor, a richer model would.
public struct LearningCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// Of each training part.
    public let trainingShare: Double
    /// The mean over the folds.
    public let trainingCount: Double
    /// On rows that the models have not learned from.
    public let test: ScoreEstimate
    /// On rows that they have.
    public let training: ScoreEstimate
  }

  /// One for each share, in the order in which they were given.
  public let points: [Point]

  /// - Parameter result: of the fold f cut to the share s at the place s · (number of folds) + f.
  init<Measure: Metric>(_ result: CrossValidation<Measure>, shares: [Double]) {
    let foldCount = result.folds.count / shares.count
    points = shares.enumerated().map { index, share in
      let folds = result.folds[(index * foldCount)..<((index + 1) * foldCount)]
      let ratio = folds.reduce(0) { $0 + Double($1.split.test.count) / Double($1.split.training.count) }
      func estimate(_ values: [Double]) -> ScoreEstimate {
        ScoreEstimate(
          name: result.metrics[0].name, direction: result.metrics[0].direction, values: values,
          testToTrainingRatio: ratio / Double(foldCount))
      }
      return Point(
        trainingShare: share,
        trainingCount: Double(folds.reduce(0) { $0 + $1.split.training.count }) / Double(foldCount),
        test: estimate(folds.map { $0.scores[0] }),
        training: estimate(folds.compactMap { $0.trainingScores?[0] }))
    }
  }
}
