import Learning

extension JudgedRows {
  /// Rows judged by how far a prediction is from a target.
  ///
  /// - Throws: what the rows throw, with targets in place of labels, and `.valueNotFinite`.
  init(_ measure: String, predictions: [Double], targets: [Double], weights: [Double]?) throws(LearningError) {
    guard predictions.isEmpty || targets.count == predictions.count else {
      throw .countMismatch(.targets, count: targets.count, rowCount: predictions.count)
    }
    try self.init(measure, count: predictions.count, labelCount: predictions.count, weights: weights)
    try Self.requireFinite(predictions, .predictions)
    try Self.requireFinite(targets, .targets)
  }

  /// The mean squared distance of a number for each row from the mean of all.
  func variance(_ value: (_ row: Int) -> Double) -> Double {
    let center = mean(value)
    return mean { row in
      let distance = value(row) - center
      return distance * distance
    }
  }
}
