internal import CVectorMath

extension VectorMath {
  /// `log(e^x[0] + ... + e^x[n-1])`, without overflow or underflow on the way.
  ///
  /// The largest element m is taken out first: `m + log(1 + rest)`, where the one is exact and `rest` adds the
  /// `e^(x - m)` of the others. So `logSumExp([0, -40])` is `4.2e-18` and not 0.
  ///
  /// # Error bounds
  /// The absolute error is at most `2^-53 (|result| + 3 log n + min(n, n / 8 + 42) + 8)` with the natural logarithm.
  /// For small n that is a few ULP of the larger of 1 and `|result|`; where m and the logarithm cancel, it is not small
  /// relative to the result.
  ///
  /// # Special values
  /// Minus infinity for no elements and for elements that are all minus infinity; infinite when an element is; NaN when
  /// an element is NaN, infinite ones beside it or not.
  ///
  /// - Parameter x: n elements.
  /// - Complexity: O(n), in two passes over `x`.
  public static func logSumExp(_ x: UnsafeBufferPointer<Double>) -> Double {
    guard let source = x.baseAddress else { return -.infinity }
    return cvm_log_sum_exp(best, source, x.count)
  }

  /// `log(e^x[0] + ... + e^x[n-1])`; accuracy and special values are those of the form over a buffer.
  public static func logSumExp(_ x: [Double]) -> Double {
    x.withUnsafeBufferPointer { logSumExp($0) }
  }

  /// Writes the log-sum-exp of each row of a row-major block: the log-likelihood of each observation under a mixture,
  /// the normaliser of each observation in softmax regression.
  ///
  /// Error bounds and special values are those of `logSumExp(_:)` with n the number of columns. A row's result does
  /// not depend on the other rows. Short rows are added in another order than a whole array is, so that the last bits
  /// may differ from what `logSumExp(_:)` gives for the row alone.
  ///
  /// - Parameters:
  ///   - x: n x k elements, row after row.
  ///   - columns: k, at least 1; `x.count` is a multiple of it.
  ///   - result: n elements; may begin where `x` begins.
  /// - Complexity: O(n k).
  public static func logSumExpRows(
    _ x: UnsafeBufferPointer<Double>, columns: Int, into result: UnsafeMutableBufferPointer<Double>
  ) {
    let rows = rowCount(x.count, columns: columns)
    precondition(
      result.count == rows,
      "The output must have one element a row: it has \(result.count), the input has \(rows) rows.")
    guard let source = x.baseAddress, let target = result.baseAddress else { return }
    requireSameOrDisjoint(x, result)
    cvm_log_sum_exp_rows(best, source, rows, columns, target)
  }

  /// The log-sum-exp of each row of a row-major block; see ``logSumExpRows(_:columns:into:)``.
  public static func logSumExpRows(_ x: [Double], columns: Int) -> [Double] {
    array(count: rowCount(x.count, columns: columns), from: x) { logSumExpRows($0, columns: columns, into: $1) }
  }
}
