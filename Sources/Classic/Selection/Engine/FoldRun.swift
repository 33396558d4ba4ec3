import Learning

/// What became of one configuration in one fold.
struct FoldRun<Task: SelectionTask> {
  let fold: Int
  let model: Task.Model
  let predictions: Task.Judged
  /// Of each metric.
  let scores: [Double]
  /// Of each metric; nil where they were not asked for.
  let trainingScores: [Double]?
  let fitDuration, predictionDuration: Duration
}
