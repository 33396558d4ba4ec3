extension Matrix {
  /// A point near the middle of the rows of positive weight: in each column the median of five elements spread over the
  /// rows.
  ///
  /// Sums are taken of distances from it. Means that are far larger than the spread then keep their digits, a constant
  /// column has exactly zero spread, and two outliers among the five do no harm.
  func origin(weights: [Double]?) -> [Double] {
    let rows = weights.map { weights in (0..<rowCount).filter { weights[$0] > 0 } } ?? Array(0..<rowCount)
    guard let last = rows.indices.last else { return [Double](repeating: 0, count: columnCount) }
    let samples = (0...4).map { row(rows[$0 * last / 4]) }
    return (0..<columnCount).map { j in samples.map { $0[j] }.sorted()[2] }
  }
}
