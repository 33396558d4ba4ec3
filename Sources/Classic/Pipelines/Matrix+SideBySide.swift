import LinearAlgebra

extension Matrix {
  /// The columns of this matrix, and to their right those of another with as many rows.
  func besides(_ other: Matrix) -> Matrix {
    precondition(rowCount == other.rowCount, "\(other.rowCount) rows do not fit beside a matrix of \(shape)")
    let (p, q) = (columnCount, other.columnCount)
    return withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right in
        Matrix(rowCount: rowCount, columnCount: p + q) { target in
          for i in 0..<rowCount {
            let start = i * (p + q)
            _ = target[start..<start + p].initialize(fromContentsOf: left[i * p..<(i + 1) * p])
            _ = target[start + p..<start + p + q].initialize(fromContentsOf: right[i * q..<(i + 1) * q])
          }
        }
      }
    }
  }
}
