public import Learning
public import LinearAlgebra

/// Many points at once, as the rows of a matrix.
extension MultivariateNormal {
  /// The logarithms of the density at the rows of x, n x d.
  ///
  /// - Throws: ``LearningError/featureCountMismatch(found:expected:)`` unless x has d columns, `.notFinite` for NaN and
  ///   infinities in it.
  /// - Complexity: n d²/2 multiply-adds, on all threads of the budget.
  public func logDensities(of x: Matrix) throws(LearningError) -> [Double] {
    try squaredMahalanobisDistances(of: x).map { -0.5 * $0 - logNormalization }
  }

  /// (x - μ)ᵀ Σ⁻¹ (x - μ) of each row of x, n x d; see ``logDensities(of:)``.
  public func squaredMahalanobisDistances(of x: Matrix) throws(LearningError) -> [Double] {
    guard x.columnCount == dimension else {
      throw .featureCountMismatch(found: x.columnCount, expected: dimension)
    }
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    return [Double](unsafeUninitializedCapacity: x.rowCount) { distances, initialized in
      let distances = distances
      x.withUnsafeBufferPointer { x in
        // Blocks that, with one variable in each line, stay in cache while a factor's row passes over them.
        forBlocks(of: distances.count, length: max(8, (1 << 14) / dimension)) { rows in
          addSquares(of: x, rows: rows, to: distances)
        }
      }
      initialized = x.rowCount
    }
  }

  /// Forward substitution for a block of rows at once: the inner loops run over the rows, where nothing waits for the
  /// result before it.
  private func addSquares(
    of x: UnsafeBufferPointer<Double>, rows: Range<Int>, to distances: UnsafeMutableBufferPointer<Double>
  ) {
    let (d, n) = (dimension, rows.count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: d * n) { y in
      factor.withUnsafeBufferPointer { l in
        for i in rows { distances.initializeElement(at: i, to: 0) }
        for j in 0..<d {
          let center = mean[j]
          for i in 0..<n { y[j * n + i] = x[(rows.lowerBound + i) * d + j] - center }
          for k in 0..<j {
            let weight = l[j * d + k]
            for i in 0..<n { y[j * n + i] -= weight * y[k * n + i] }
          }
          let pivot = l[j * d + j]
          for i in 0..<n {
            y[j * n + i] /= pivot
            distances[rows.lowerBound + i] += y[j * n + i] * y[j * n + i]
          }
        }
        // x is finite: what became NaN on the way had overflowed.
        for i in rows where distances[i].isNaN { distances[i] = .infinity }
      }
    }
  }

  /// Independent draws as the rows of a matrix, `count` x d: μ + L z of standard normal z.
  ///
  /// - Complexity: `count` d² multiply-adds.
  public func sampleRows(_ count: Int, using generator: inout some RandomNumberGenerator) -> Matrix {
    precondition(count >= 0, "There are no \(count) samples")
    var rows = Matrix.standardNormal(rowCount: count, columnCount: dimension, using: &generator)
      .multiplied(byTransposeOf: factor)
    rows.withUnsafeMutableBufferPointer { elements in
      for i in 0..<count {
        for j in 0..<dimension { elements[i * dimension + j] += mean[j] }
      }
    }
    return rows
  }
}
