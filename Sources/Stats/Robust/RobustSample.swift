internal import Learning

/// The values of a sample that count, and their weights.
struct RobustSample {
  let values: [Double]
  /// Positive, one for each value; nil for ones.
  let weights: [Double]?

  /// - Throws: `.tooFewSamples`, `.valueNotFinite` with the first value that is NaN or infinite, weight zero or not,
  ///   and what is wrong with the weights.
  init(_ x: some Collection<Double>, weights: [Double]? = nil, purpose: String) throws(LearningError) {
    guard !x.isEmpty else { throw .tooFewSamples(found: 0, needed: 1, purpose: purpose) }
    let values = Array(x)
    if let row = values.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(.observations, row: row, value: values[row])
    }
    let rows = try WeightedRows(weights, rowCount: values.count)
    self.init(values: rows.select(values), weights: rows.weights)
  }

  /// Values that are finite, at least one, and weights that are positive.
  init(values: [Double], weights: [Double]?) {
    self.values = values
    self.weights = weights
  }
}
