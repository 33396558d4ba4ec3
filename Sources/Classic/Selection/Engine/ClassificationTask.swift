import Learning
import LinearAlgebra

/// Labelled samples. Models are fitted to the places of the labels among all classes, so that one that has not seen
/// every class can still say which it knows.
struct ClassificationTask<Configuration: ClassifierEstimator, Label: ClassLabel>: SelectionTask {
  typealias Model = Classified<Configuration.Core, Int>
  typealias Judged = ClassifierPredictions<Label>

  private let x: Matrix
  /// All classes, in ascending order.
  private let classes: [Label]
  private let classIndices: [Int]
  let kept: [Int]?
  let weights: [Double]?

  /// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, what is wrong with the weights.
  init(_ x: Matrix, labels: [Label], weights: [Double]?) throws(LearningError) {
    kept = try WeightedRows(weights, rowCount: x.rowCount).kept
    let sample = try LabelledSample(x, labels: labels, weights: weights)
    self.x = sample.x
    self.weights = sample.weights
    classes = sample.classes
    classIndices = sample.classIndices
  }

  func fit(
    _ configuration: Configuration, to rows: [Int], using generator: inout SeededGenerator
  ) throws(LearningError) -> Model {
    let labels = rows.map { classIndices[$0] }
    // Here, where the class still has its name.
    if let first = labels.first, labels.allSatisfy({ $0 == first }) {
      throw .oneClassOnly(label: "\(classes[first])")
    }
    return try configuration.fit(
      x.selectingRows(rows), labels: labels, weights: weights(of: rows), using: &generator)
  }

  func fitTogether(
    _ configurations: [Configuration], to trainingParts: [[Int]]
  ) throws(LearningError) -> [[Model]]? {
    guard trainingParts.allSatisfy(holdsEveryClass) else { return nil }
    return try Configuration.fitTogether(
      configurations, x, classIndices: classIndices, classCount: classes.count, weights: weights,
      trainingParts: trainingParts
    ).map { parts in
      parts.map { cores in cores.map { Classified(core: $0, classes: Array(classes.indices)) } }
    }
  }

  private func holdsEveryClass(_ rows: [Int]) -> Bool {
    var isThere = [Bool](repeating: false, count: classes.count)
    for row in rows { isThere[classIndices[row]] = true }
    return isThere.allSatisfy { $0 }
  }

  struct Part {
    let x: Matrix
    let classIndices: [Int]
    let labels: [Label]
    let weights: [Double]?
  }

  func part(_ rows: [Int]) -> Part {
    let indices = rows.map { classIndices[$0] }
    return Part(
      x: x.selectingRows(rows), classIndices: indices, labels: indices.map { classes[$0] }, weights: weights(of: rows))
  }

  func predictions(of model: Model, on part: Part) throws(LearningError) -> ClassifierPredictions<Label> {
    let known = try model.probabilities(for: part.x)
    return ClassifierPredictions(
      classes: classes, probabilities: model.classes.count == classes.count ? known : widened(known, to: model.classes),
      predictions: model.decide(known).map { classes[$0] }, labels: part.labels, labelColumns: part.classIndices,
      weights: part.weights)
  }

  /// Gives each class its column: those that the model does not know have probability 0.
  private func widened(_ known: Matrix, to places: [Int]) -> Matrix {
    var all = Matrix.zeros(known.rowCount, classes.count)
    for i in 0..<known.rowCount {
      for (column, place) in places.enumerated() { all[i, place] = known[i, column] }
    }
    return all
  }

  func published(_ model: Model) -> any FittedModel {
    Classified(core: model.core, classes: model.classes.map { classes[$0] })
  }

  func gathered(
    _ parts: [(rows: [Int], predictions: ClassifierPredictions<Label>)]
  ) throws(LearningError) -> ClassifierPredictions<Label> {
    let tested = TestedRows(parts.map(\.rows))
    var probabilities = Matrix.zeros(tested.rows.count, classes.count)
    let labels = tested.rows.map { classes[classIndices[$0]] }
    var predictions = labels
    for (places, part) in zip(tested.placesOfPart, parts) {
      for (row, place) in places.enumerated() {
        predictions[place] = part.predictions.predictions[row]
        for k in classes.indices {
          probabilities[place, k] += part.predictions.probabilities[row, k] / Double(tested.times[place])
        }
      }
    }
    for (place, column) in probabilities.columnsOfMaxima.enumerated() where tested.times[place] > 1 {
      predictions[place] = classes[column]
    }
    return try ClassifierPredictions(
      classes: classes, probabilities: probabilities, predictions: predictions, labels: labels,
      weights: weights(of: tested.rows))
  }
}
