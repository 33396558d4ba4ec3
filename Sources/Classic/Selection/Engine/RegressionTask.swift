import Learning
import LinearAlgebra

/// Samples with targets.
struct RegressionTask<Configuration: RegressorEstimator>: SelectionTask {
  private let x: Matrix
  private let targets: [Double]
  let kept: [Int]?
  let weights: [Double]?

  /// - Throws: `.empty`, `.countMismatch`, what is wrong with the weights.
  init(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) {
    try requireSamples(x, (.targets, targets.count))
    let rows = try WeightedRows(weights, rowCount: x.rowCount)
    self.x = try rows.select(x)
    self.targets = rows.select(targets)
    self.weights = rows.weights
    kept = rows.kept
  }

  func fit(
    _ configuration: Configuration, to rows: [Int], using generator: inout SeededGenerator
  ) throws(LearningError) -> Configuration.Model {
    try configuration.fit(
      x.selectingRows(rows), targets: rows.map { targets[$0] }, weights: weights(of: rows), using: &generator)
  }

  /// Regressors have nothing to share.
  func fitTogether(
    _ configurations: [Configuration], to trainingParts: [[Int]]
  ) throws(LearningError) -> [[Configuration.Model]]? { nil }

  struct Part {
    let x: Matrix
    let targets: [Double]
    let weights: [Double]?
  }

  func part(_ rows: [Int]) -> Part {
    Part(x: x.selectingRows(rows), targets: rows.map { targets[$0] }, weights: weights(of: rows))
  }

  func predictions(of model: Configuration.Model, on part: Part) throws(LearningError) -> RegressorPredictions {
    try RegressorPredictions(of: model, part.x, targets: part.targets, weights: part.weights)
  }

  func published(_ model: Configuration.Model) -> any FittedModel { model }

  func gathered(
    _ parts: [(rows: [Int], predictions: RegressorPredictions)]
  ) throws(LearningError) -> RegressorPredictions {
    let tested = TestedRows(parts.map(\.rows))
    var predictions = [Double](repeating: 0, count: tested.rows.count)
    for (places, part) in zip(tested.placesOfPart, parts) {
      for (row, place) in places.enumerated() {
        predictions[place] += part.predictions.predictions[row] / Double(tested.times[place])
      }
    }
    return try RegressorPredictions(
      predictions: predictions, targets: tested.rows.map { targets[$0] }, weights: weights(of: tested.rows))
  }
}
