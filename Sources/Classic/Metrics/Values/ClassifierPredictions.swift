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
  /// The place of each row's label among ``classes``; nil where nobody has looked them up.
  let labelColumns: [Int]?

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
    self.init(
      classes: classes, probabilities: probabilities, predictions: predictions, labels: labels, labelColumns: nil,
      weights: weights)
  }

  /// Of parts that are known to fit each other.
  init(
    classes: [Label], probabilities: Matrix, predictions: [Label], labels: [Label], labelColumns: [Int]?,
    weights: [Double]?
  ) {
    self.classes = classes
    self.probabilities = probabilities
    self.predictions = predictions
    self.labels = labels
    self.labelColumns = labelColumns
    self.weights = weights
  }

  public var count: Int { labels.count }

  public func selecting(_ rows: [Int]) -> ClassifierPredictions {
    ClassifierPredictions(
      classes: classes, probabilities: probabilities.selectingRows(rows), predictions: rows.map { predictions[$0] },
      labels: rows.map { labels[$0] }, labelColumns: labelColumns.map { columns in rows.map { columns[$0] } },
      weights: weights.map { weights in rows.map { weights[$0] } })
  }
}
