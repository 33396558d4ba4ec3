import LinearAlgebra

/// Checks that there are samples, and one companion value for each.
package func requireSamples(
  _ x: Matrix, _ companions: (input: LearningError.Input, count: Int)...
) throws(LearningError) {
  guard !x.isEmpty else { throw .empty(rowCount: x.rowCount, columnCount: x.columnCount) }
  for companion in companions where companion.count != x.rowCount {
    throw .countMismatch(companion.input, count: companion.count, rowCount: x.rowCount)
  }
}

extension FittedModel {
  /// Checks samples that are to be predicted or transformed: the fitted number of features, all finite. No rows are no
  /// error.
  package func requireFitting(_ x: Matrix) throws(LearningError) {
    guard x.columnCount == featureCount else {
      throw .featureCountMismatch(found: x.columnCount, expected: featureCount)
    }
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
  }
}

extension Matrix {
  /// Checks features among which NaN stands for a missing value.
  ///
  /// - Throws: `.notFinite` with the first that is infinite.
  package func requireNotInfinite() throws(LearningError) {
    let place = withUnsafeBufferPointer { $0.firstIndex(where: \.isInfinite) }
    guard let place else { return }
    let (row, column) = place.quotientAndRemainder(dividingBy: columnCount)
    throw .notFinite(row: row, column: column, value: self[row, column])
  }
}
