extension Matrix {
  /// The rows with the given indices, in the given order; an index may come more than once.
  public func selectingRows(_ indices: some Collection<Int>) -> Matrix {
    let columnCount = columnCount
    return withUnsafeBufferPointer { source in
      Matrix(rowCount: indices.count, columnCount: columnCount) { target in
        guard columnCount > 0, let from = source.baseAddress, let to = target.baseAddress else { return }
        for (k, i) in indices.enumerated() {
          precondition(i >= 0 && i < rowCount, "Row \(i) is outside a matrix of \(shape)")
          (to + k * columnCount).initialize(from: from + i * columnCount, count: columnCount)
        }
      }
    }
  }

  /// The columns with the given indices, in the given order; an index may come more than once.
  public func selectingColumns(_ indices: some Collection<Int>) -> Matrix {
    for j in indices {
      precondition(j >= 0 && j < columnCount, "Column \(j) is outside a matrix of \(shape)")
    }
    return withUnsafeBufferPointer { source in
      Matrix(rowCount: rowCount, columnCount: indices.count) { target in
        var k = 0
        for i in 0..<rowCount {
          for j in indices {
            target.initializeElement(at: k, to: source[i * columnCount + j])
            k += 1
          }
        }
      }
    }
  }

  /// The rows of this matrix and below them those of `other`.
  public func appendingRows(_ other: Matrix) -> Matrix {
    precondition(
      columnCount == other.columnCount, "Rows of \(other.columnCount) elements do not fit a matrix of \(shape)")
    return withUnsafeBufferPointer { above in
      other.withUnsafeBufferPointer { below in
        Matrix(rowCount: rowCount + other.rowCount, columnCount: columnCount) { target in
          let end = target[..<above.count].initialize(fromContentsOf: above)
          _ = target[end...].initialize(fromContentsOf: below)
        }
      }
    }
  }

  /// The columns of this matrix and to their right those of `other`.
  public func appendingColumns(_ other: Matrix) -> Matrix {
    precondition(
      rowCount == other.rowCount, "Columns of \(other.rowCount) elements do not fit a matrix of \(shape)")
    return withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right in
        Matrix(rowCount: rowCount, columnCount: columnCount + other.columnCount) { target in
          guard let to = target.baseAddress else { return }
          for i in 0..<rowCount {
            let row = to + i * (columnCount + other.columnCount)
            for j in 0..<columnCount { (row + j).initialize(to: left[i * columnCount + j]) }
            for j in 0..<other.columnCount {
              (row + columnCount + j).initialize(to: right[i * other.columnCount + j])
            }
          }
        }
      }
    }
  }

  /// The transpose, in memory of its own.
  ///
  /// The products take their transposes without one: ``transposeMultiplied(by:)-(Matrix)``.
  public func transposed() -> Matrix {
    withUnsafeBufferPointer { source in
      Matrix(rowCount: columnCount, columnCount: rowCount) { target in
        // Square tiles, so that both sides stay in cache.
        let tile = 32
        for rowTile in stride(from: 0, to: rowCount, by: tile) {
          for columnTile in stride(from: 0, to: columnCount, by: tile) {
            for i in rowTile..<min(rowTile + tile, rowCount) {
              for j in columnTile..<min(columnTile + tile, columnCount) {
                target[j * rowCount + i] = source[i * columnCount + j]
              }
            }
          }
        }
      }
    }
  }
}
