public import Learning
public import LinearAlgebra

/// What a regressor said of rows, beside their targets.
public struct RegressorPredictions: JudgedPredictions, Hashable {
  /// n of them.
  public let predictions: [Double]
  /// What they should have been.
  public let targets: [Double]
  /// One for each row; nil for ones.
  public let weights: [Double]?

  /// Asks a model.
  ///
  /// - Throws: what the model throws, `.countMismatch`.
  public init(
    of model: some Regressor, _ x: Matrix, targets: [Double], weights: [Double]? = nil
  ) throws(LearningError) {
    try self.init(predictions: model.predict(x), targets: targets, weights: weights)
  }

  /// - Throws: `.countMismatch`.
  public init(predictions: [Double], targets: [Double], weights: [Double]? = nil) throws(LearningError) {
    let n = predictions.count
    guard targets.count == n else { throw .countMismatch(.targets, count: targets.count, rowCount: n) }
    if let weights, weights.count != n { throw .countMismatch(.weights, count: weights.count, rowCount: n) }
    self.init(selected: predictions, targets: targets, weights: weights)
  }

  public var count: Int { predictions.count }

  public func selecting(_ rows: [Int]) -> RegressorPredictions {
    RegressorPredictions(
      selected: rows.map { predictions[$0] }, targets: rows.map { targets[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } })
  }

  private init(selected predictions: [Double], targets: [Double], weights: [Double]?) {
    self.predictions = predictions
    self.targets = targets
    self.weights = weights
  }
}
