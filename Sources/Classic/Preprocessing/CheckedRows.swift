import Learning
import LinearAlgebra

/// The rows that count, and their weights, once all rows are known to be finite or, where that is allowed, missing.
struct CheckedRows {
  let x: Matrix
  /// Positive, one for each row; nil for ones.
  let weights: [Double]?

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights.
  init(_ x: Matrix, weights: [Double]?, allowsMissing: Bool = false) throws(LearningError) {
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    if allowsMissing {
      try x.requireNotInfinite()
    } else {
      try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    }
    self.x = try kept.select(x, acceptsMissingValues: allowsMissing)
    self.weights = kept.weights
  }
}

extension Matrix {
  /// The first element, in row order, for which `condition` is true of it and the index of its column.
  func firstElement(
    where condition: @Sendable (_ value: Double, _ column: Int) -> Bool
  ) -> (row: Int, column: Int)? {
    let (n, d) = (rowCount, columnCount)
    guard !isEmpty else { return nil }
    let length = max(1, (1 << 16) / d)
    let firsts: [Int?] = parallelMap((n + length - 1) / length) { block in
      withUnsafeBufferPointer { elements in
        for i in block * length..<min(n, (block + 1) * length) {
          for j in 0..<d where condition(elements[i * d + j], j) { return i * d + j }
        }
        return nil
      }
    }
    return firsts.lazy.compactMap(\.self).first.map { (row: $0 / d, column: $0 % d) }
  }
}
