public import Learning
public import LinearAlgebra

/// What a classifier said of rows, beside their labels.
public struct ClassifierPredictions<Label: ClassLabel>: JudgedPredictions {
  /// In the order of the columns of ``probabilities``.
  public let classes: [Label]
  /// n x K.
  public let probabilities: Matrix
  /// The label that the model gave to each row: n of them.
  public let predictions: [Label]
  /// What the rows are: n of them.
  public let labels: [Label]
  /// One for each row; nil for ones.
  public let weights: [Double]?

  /// Asks a model.
  ///
  /// - Throws: what the model throws, `.countMismatch`.
  public init(
    of model: some Classifier<Label>, _ x: Matrix, labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) {
    let probabilities = try model.probabilities(for: x)
    try self.init(
      classes: model.classes, probabilities: probabilities, predictions: model.decide(probabilities), labels: labels,
      weights: weights)
  }

  /// - Throws: `.countMismatch`.
  public init(
    classes: [Label], probabilities: Matrix, predictions: [Label], labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) {
    let n = probabilities.rowCount
    guard predictions.count == n else { throw .countMismatch(.predictions, count: predictions.count, rowCount: n) }
    guard labels.count == n else { throw .countMismatch(.labels, count: labels.count, rowCount: n) }
    if let weights, weights.count != n { throw .countMismatch(.weights, count: weights.count, rowCount: n) }
    self.classes = classes
    self.probabilities = probabilities
    self.predictions = predictions
    self.labels = labels
    self.weights = weights
  }

  public var count: Int { labels.count }

  public func selecting(_ rows: [Int]) -> ClassifierPredictions {
    ClassifierPredictions(
      selected: rows.map { predictions[$0] }, classes: classes, probabilities: probabilities.selectingRows(rows),
      labels: rows.map { labels[$0] }, weights: weights.map { weights in rows.map { weights[$0] } })
  }

  private init(
    selected predictions: [Label], classes: [Label], probabilities: Matrix, labels: [Label], weights: [Double]?
  ) {
    self.classes = classes
    self.probabilities = probabilities
    self.predictions = predictions
    self.labels = labels
    self.weights = weights
  }
}
