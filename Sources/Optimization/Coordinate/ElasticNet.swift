/// l1 |b| + l2/2 b², the penalty of one coefficient.
struct ElasticNet {
  let l1, l2: Double

  func value(_ b: Double) -> Double { l1 * abs(b) + 0.5 * l2 * b * b }

  func value(_ coefficients: [Double]) -> Double { coefficients.reduce(0) { $0 + value($1) } }

  /// The nearest subgradient to zero of the loss and the penalty together, where the loss's derivative is `slope`.
  func violation(_ b: Double, _ slope: Double) -> Double {
    if b == 0 { return SoftThreshold(l1)(slope) }
    return slope + l2 * b + (b > 0 ? l1 : -l1)
  }

  /// p(b) + p*(u) - u b, which is not negative. Without an l2 part u is from -l1 to l1.
  func conjugateGap(_ b: Double, _ u: Double) -> Double {
    let excess = max(0, abs(u) - l1)
    return max(0, value(b) + (l2 > 0 ? excess * excess / (2 * l2) : 0) - u * b)
  }
}
