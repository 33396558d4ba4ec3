internal import CVectorMath

extension VectorMath {
  /// Writes the softmax of each row of a row-major block: `e^x[i][j] / sum over l of e^x[i][l]`, without overflow.
  ///
  /// # Error bounds
  /// The relative error of an entry is at most `2^-53 (m - x + log k + k / 2 + 12)`, where m is the largest element of
  /// its row and x its own: rounding `m - x` costs that much for any method that subtracts first. Where the entry is
  /// subnormal, `2^-1073` is added. A row sums to 1 within the rounding of its k entries.
  ///
  /// # Special values
  /// - A row that contains infinity shares the mass equally among its infinite entries; the finite ones get 0. This is
  ///   the limit when these entries grow together.
  /// - A row of minus infinity only is uniform, `1 / k`: no entry is preferred, and this too is the limit when all
  ///   fall together. In other rows minus infinity gets 0.
  /// - A row that contains NaN becomes NaN throughout; the other rows are not touched by it.
  ///
  /// - Parameters:
  ///   - x: n x k elements, row after row (scores, log-odds, joint log-densities).
  ///   - columns: k, at least 1; `x.count` is a multiple of it.
  ///   - result: n x k elements; may be the memory of `x`.
  /// - Complexity: O(n k).
  public static func softmaxRows(
    _ x: UnsafeBufferPointer<Double>, columns: Int, into result: UnsafeMutableBufferPointer<Double>
  ) {
    let rows = rowCount(x.count, columns: columns)
    map(x, into: result) { source, target, _ in cvm_softmax_rows(best, source, rows, columns, target) }
  }

  /// The softmax of each row of a row-major block; see ``softmaxRows(_:columns:into:)``.
  public static func softmaxRows(_ x: [Double], columns: Int) -> [Double] {
    array(count: x.count, from: x) { softmaxRows($0, columns: columns, into: $1) }
  }
}
