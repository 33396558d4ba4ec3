extension Matrix {
  /// The squared Euclidean distances between the rows of this matrix and those of `other`: n x m.
  ///
  /// With few columns each distance is a sum of squared differences. With more it is ‖a‖² + ‖b‖² - 2ab, a matrix
  /// product, taken after moving both to the mean of `other`; what rounding makes negative becomes zero. Its error is
  /// then about d ε (‖a‖² + ‖b‖²) about that mean, which matters only between points that nearly coincide. A distance
  /// that overflows, or is from or to something that is not finite, is infinite or NaN.
  ///
  /// - Complexity: n m d multiply-adds.
  public func squaredDistances(to other: Matrix) -> Matrix {
    precondition(
      columnCount == other.columnCount,
      "Rows of \(columnCount) and of \(other.columnCount) elements have no distance between them")
    return columnCount <= 16 ? differencesSquared(to: other) : normsLessProducts(to: other)
  }

  private func differencesSquared(to other: Matrix) -> Matrix {
    let (n, m, d) = (rowCount, other.rowCount, columnCount)
    return Matrix(rowCount: n, columnCount: m) { result in
      withBase { a in
        other.withBase { b in
          forBlocks(of: n, length: max(1, (1 << 16) / max(1, m * d))) { rows in
            for i in rows {
              for k in 0..<m {
                var sum = 0.0
                for j in 0..<d {
                  let difference = a[i * d + j] - b[k * d + j]
                  sum += difference * difference
                }
                result.initializeElement(at: i * m + k, to: sum)
              }
            }
          }
        }
      }
    }
  }

  private func normsLessProducts(to other: Matrix) -> Matrix {
    guard !isEmpty, !other.isEmpty else { return .zeros(rowCount, other.rowCount) }
    let origin = other.transposeMultiplied(
      by: [Double](repeating: 1 / Double(other.rowCount), count: other.rowCount))
    let a = centered(at: origin)
    let b = other.centered(at: origin)
    let aNorms = a.rows.map { $0.reduce(0) { $0 + $1 * $1 } }
    let bNorms = b.rows.map { $0.reduce(0) { $0 + $1 * $1 } }
    var result = a.multiplied(byTransposeOf: b)
    let m = other.rowCount
    result.withUnsafeMutableBufferPointer { elements in
      for i in aNorms.indices {
        for k in 0..<m {
          let square = aNorms[i] + bNorms[k] - 2 * elements[i * m + k]
          // Not max(0, …), which would turn the NaN of an overflow into a distance of zero.
          elements[i * m + k] = square < 0 ? 0 : square
        }
      }
    }
    return result
  }
}
