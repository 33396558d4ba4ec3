import LinearAlgebra

/// The rows that count: those of positive weight. A row of weight zero is left out before anything is learned from it,
/// so that it is the same as a row that is not there.
package struct WeightedRows {
  /// The positive weights; nil where all rows count the same without weights.
  package let weights: [Double]?
  /// The rows kept; nil for all.
  package let kept: [Int]?

  /// - Throws: `.countMismatch`, `.valueNotFinite`, `.negativeWeight`, `.noPositiveWeight`, `.invalidOption` where the
  ///   sum overflows.
  package init(_ weights: [Double]?, rowCount: Int) throws(LearningError) {
    guard let weights else {
      (self.weights, kept) = (nil, nil)
      return
    }
    guard weights.count == rowCount else {
      throw .countMismatch(.weights, count: weights.count, rowCount: rowCount)
    }
    for (row, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw weight < 0 && weight.isFinite
        ? .negativeWeight(row: row, value: weight) : .valueNotFinite(.weights, row: row, value: weight)
    }
    let positive = weights.indices.filter { weights[$0] > 0 }
    guard !positive.isEmpty else { throw .noPositiveWeight }
    guard weights.reduce(0, +).isFinite else {
      throw .invalidOption(
        name: "weights", value: "a list whose sum overflows a Double",
        allowed: "a list of smaller numbers; divide every weight by the largest")
    }
    kept = positive.count == weights.count ? nil : positive
    self.weights = kept.map { $0.map { weights[$0] } } ?? weights
  }

  /// The rows of `x` that count. Those left out must be finite like the others, or not infinite where missing values
  /// are accepted.
  package func select(_ x: Matrix, acceptsMissingValues: Bool = false) throws(LearningError) -> Matrix {
    guard let kept else { return x }
    if acceptsMissingValues {
      try x.requireNotInfinite()
    } else {
      try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    }
    return x.selectingRows(kept)
  }

  /// The companions of the rows that count.
  package func select<Element>(_ companions: [Element]) -> [Element] {
    kept.map { $0.map { companions[$0] } } ?? companions
  }
}
