extension Matrix {
  /// A point near the middle of the rows of positive weight: in each column the median of five elements spread over the
  /// rows.
  ///
  /// Sums are taken of distances from it. Means that are far larger than the spread then keep their digits, a constant
  /// column has exactly zero spread, and two outliers among the five do no harm.
  func origin(weights: [Double]?) -> [Double] {
    let rows = rowsOfPositiveWeight(weights)
    let last = (rows?.count ?? rowCount) - 1
    guard last >= 0 else { return [Double](repeating: 0, count: columnCount) }
    let samples = (0...4).map { row(rows?[$0 * last / 4] ?? $0 * last / 4) }
    return (0..<columnCount).map { j in samples.map { $0[j] }.sorted()[2] }
  }

  /// The rows that count; nil for all.
  func rowsOfPositiveWeight(_ weights: [Double]?) -> [Int]? {
    weights.map { weights in weights.indices.filter { weights[$0] > 0 } }
  }
}

/// Whether moving sums of squares from the origin to the means cost two digits or more in a column, its mean being ten
/// standard deviations from the origin; or squares overflowed that may not do so nearer to the means.
///
/// - Parameters:
///   - offset: the means less the origin.
///   - squares: the sums of squares about the means.
func originIsPoor(offset: [Double], squares: [Double], weight: Double) -> Bool {
  offset.allSatisfy(\.isFinite)
    && zip(offset, squares).contains { !$1.isFinite || $0 * $0 > 100 * max($1, 0) / weight }
}
