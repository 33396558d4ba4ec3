import Learning
import LinearAlgebra

/// Samples with what is to be predicted of them, as cross-validations and searches see them: configurations are fitted
/// to some rows, and models asked about others. Rows are places among those that count.
protocol SelectionTask: Sendable {
  associatedtype Configuration: Estimator
  associatedtype Model: FittedModel
  associatedtype Judged: JudgedPredictions
  /// Some rows, copied together, with what they are.
  associatedtype Part

  /// The rows of the whole sample that count; nil for all.
  var kept: [Int]? { get }
  /// The weights of the rows that count; nil for ones.
  var weights: [Double]? { get }

  func fit(
    _ configuration: Configuration, to rows: [Int], using generator: inout SeededGenerator
  ) throws(LearningError) -> Model

  /// The models of each part, one for each configuration; nil where nothing is shared.
  func fitTogether(
    _ configurations: [Configuration], to trainingParts: [[Int]]
  ) throws(LearningError) -> [[Model]]?

  func part(_ rows: [Int]) -> Part

  func predictions(of model: Model, on part: Part) throws(LearningError) -> Judged

  /// The model as its user knows it.
  func published(_ model: Model) -> any FittedModel

  /// The predictions of all rows that are tested, in ascending order; of rows that are tested several times the means.
  func gathered(_ parts: [(rows: [Int], predictions: Judged)]) throws(LearningError) -> Judged
}

extension SelectionTask {
  func weights(of rows: [Int]) -> [Double]? { weights.map { weights in rows.map { weights[$0] } } }

  /// The weight of a test part over that of its training part, averaged over the folds.
  func testToTrainingRatio(of plan: FoldPlan) -> Double {
    plan.parts.reduce(0) { $0 + weight(of: $1.test) / weight(of: $1.training) } / Double(plan.parts.count)
  }

  /// The weight of the rows, their number without weights.
  private func weight(of rows: [Int]) -> Double { weights(of: rows)?.reduce(0, +) ?? Double(rows.count) }
}
