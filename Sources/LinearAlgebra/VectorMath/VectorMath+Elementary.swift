internal import CVectorMath

// MARK: - Exponential

extension VectorMath {
  /// Writes `e^x` for each element `x`.
  ///
  /// # Error bounds
  /// 1 ULP, over the whole range. Underflow is gradual (`exp(-745)` is `5e-324`); results below half the least
  /// subnormal number are 0, those above the greatest finite number (`x > 709.78...`) are infinite.
  ///
  /// # Special values
  /// `exp(±0)` is exactly 1, `exp(-inf)` is 0, `exp(inf)` is infinite, NaN stays NaN.
  ///
  /// - Parameters:
  ///   - x: n elements.
  ///   - result: n elements; may be the memory of `x`.
  /// - Complexity: O(n).
  public static func exp(_ x: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    map(x, into: result) { cvm_exp(best, $0, $1, $2) }
  }

  /// `e^x` for each element `x`; see ``exp(_:into:)`` for accuracy and special values.
  public static func exp(_ x: [Double]) -> [Double] {
    array(count: x.count, from: x) { exp($0, into: $1) }
  }
}

// MARK: - Sigmoid

extension VectorMath {
  /// Writes the logistic function `1 / (1 + e^-x)` for each element `x`.
  ///
  /// # Error bounds
  /// 2 ULP, over the whole range, so that also the smallest probabilities are relatively accurate; 1 ULP where the
  /// result is subnormal.
  ///
  /// # Special values
  /// Very negative `x` gives `e^x`, down to 0 below -745.13...; `x >= 37` gives 1 or the number next to it.
  /// `sigmoid(±0)` is exactly 0.5, `sigmoid(-inf)` is 0, `sigmoid(inf)` is 1, NaN stays NaN.
  ///
  /// - Parameters:
  ///   - x: n elements (log-odds).
  ///   - result: n elements (probabilities); may be the memory of `x`.
  /// - Complexity: O(n).
  public static func sigmoid(_ x: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    map(x, into: result) { cvm_sigmoid(best, $0, $1, $2) }
  }

  /// `1 / (1 + e^-x)` for each element `x`; see ``sigmoid(_:into:)`` for accuracy and special values.
  public static func sigmoid(_ x: [Double]) -> [Double] {
    array(count: x.count, from: x) { sigmoid($0, into: $1) }
  }
}

// MARK: - Softplus

extension VectorMath {
  /// Writes `log(1 + e^x)` for each element `x`: the logistic loss of an observation whose margin is `-x`.
  ///
  /// # Error bounds
  /// 2 ULP, over the whole range: the result is relatively accurate also where it is as small as `e^x`; 1 ULP where it
  /// is subnormal.
  ///
  /// # Special values
  /// `softplus(-inf)` is 0, `softplus(inf)` is infinite, NaN stays NaN. For large `x` the result is `x`, without
  /// overflow.
  ///
  /// - Parameters:
  ///   - x: n elements.
  ///   - result: n elements; may be the memory of `x`.
  /// - Complexity: O(n).
  public static func softplus(_ x: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    map(x, into: result) { cvm_softplus(best, $0, $1, $2) }
  }

  /// `log(1 + e^x)` for each element `x`; see ``softplus(_:into:)`` for accuracy and special values.
  public static func softplus(_ x: [Double]) -> [Double] {
    array(count: x.count, from: x) { softplus($0, into: $1) }
  }
}
