public import Learning

/// The smaller tail is summed from its largest term on, each term from the one before by their ratio; the other is what
/// it leaves of 1.
extension BetaBinomial {
  /// - Complexity: O(n).
  public func cumulative(_ x: Int) -> Double {
    if x < 0 { return 0 }
    if x >= trials { return 1 }
    return tails(x).lower
  }

  /// - Complexity: O(n).
  public func survival(_ x: Int) -> Double {
    if x < 0 { return 1 }
    if x >= trials { return 0 }
    return tails(x).upper
  }

  /// - Complexity: O(n log n).
  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: mean)
  }

  /// - Complexity: O(n log n).
  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: mean)
  }

  /// P(X ≤ x) and P(X > x), for 0 ≤ x < n.
  private func tails(_ x: Int) -> (lower: Double, upper: Double) {
    // The tail on the side of x is the likelier to be the smaller one.
    if Double(x) < mean {
      let lower = lowerTail(x)
      if lower <= 0.5 { return (lower, 1 - lower) }
    }
    let upper = upperTail(x + 1)
    if upper <= 0.5 { return (1 - upper, upper) }
    let lower = lowerTail(x)
    return (lower, 1 - lower)
  }

  /// P(X ≤ x).
  private func lowerTail(_ x: Int) -> Double {
    min(1, density(x) * sum(of: x + 1) { index in
      let k = Double(x - index)
      return k * (Double(trials) - k + beta) / ((Double(trials) - k + 1) * (k - 1 + alpha))
    })
  }

  /// P(X ≥ x).
  private func upperTail(_ x: Int) -> Double {
    min(1, density(x) * sum(of: trials - x + 1) { index in
      let k = Double(x + index)
      return (Double(trials) - k) * (k + alpha) / ((k + 1) * (Double(trials) - k - 1 + beta))
    })
  }

  /// 1 + r₀ + r₀ r₁ + ..., so many terms.
  ///
  /// Where the probabilities have one peak, the ratios fall away from it, and what is left after a term is below that
  /// of a geometric series; the sum then ends where that is below its rounding.
  private func sum(of count: Int, ratio: (Int) -> Double) -> Double {
    let hasOnePeak = alpha >= 1 && beta >= 1
    var (sum, term) = (1.0, 1.0)
    for index in 0..<(count - 1) {
      let ratio = ratio(index)
      term *= ratio
      sum += term
      if hasOnePeak && ratio < 1 && term * ratio <= 0x1p-56 * sum * (1 - ratio) { break }
    }
    return sum
  }
}
