import Learning
import LinearAlgebra

extension Matrix {
  /// A function of each element and the index of its column, in parallel over blocks of rows.
  @inline(__always)
  func mappingElements(_ transform: (_ value: Double, _ column: Int) -> Double) -> Matrix {
    let d = columnCount
    return mappingRows(toCount: d) { row, target in
      for j in 0..<d { target[j] = transform(row[j], j) }
    }
  }

  /// A row of `count` elements, all of which `transform` writes, for each row, in parallel over blocks of rows.
  @inline(__always)
  func mappingRows(
    toCount count: Int, _ transform: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) -> Matrix {
    let (n, d) = (rowCount, columnCount)
    return withUnsafeBufferPointer { source in
      Matrix(rowCount: n, columnCount: count) { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        forBlocks(of: n, length: max(1, (1 << 16) / max(1, d + count))) { rows in
          for i in rows { transform(from + i * d, to + i * count) }
        }
      }
    }
  }

  /// This result of finite numbers, unless it is not finite.
  func requiringNoOverflow(in operation: String) throws(LearningError) -> Matrix {
    guard (try? requireFinite()) != nil else { throw .linearAlgebra(.overflow(operation: operation)) }
    return self
  }
}

extension Transformer {
  /// Checks samples that are to be transformed back: the number of features that the transformer makes, all finite.
  func requireOutput(_ x: Matrix) throws(LearningError) {
    guard x.columnCount == outputCount else {
      throw .featureCountMismatch(found: x.columnCount, expected: outputCount)
    }
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
  }
}
