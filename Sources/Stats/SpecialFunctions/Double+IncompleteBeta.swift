extension Double {
  /// The regularized incomplete beta function Iₓ(a, b): the probability that a beta variable of these shapes is at most
  /// `x`.
  ///
  /// For 0 ≤ x ≤ 1, a ≥ 0 and b ≥ 0; NaN elsewhere, and where the limit depends on the way: at a = b = 0, at a = b = ∞,
  /// and at the mass in 0 or 1 that a = 0 or b = 0 leave. The other tail is `regularizedBeta(1 - x, b, a)`, with x or
  /// 1 - x exact.
  ///
  /// Error bounds: 1e-13 relative, in the tail too. The arguments are taken as exact: an x that is rounded changes the
  /// value by about (a + b) ulps of itself in the tails.
  ///
  /// Source: DLMF 8.17, and the papers named at each method: series, continued fraction, quadrature.
  public static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    BetaTails(a, b, at: UnitPair(x: x)).lower
  }

  /// The x from 0 to 1 with Iₓ(a, b) = `p`; NaN for negative a or b, for a = b = 0 or ∞, and for p outside [0, 1].
  ///
  /// Error bounds: 1e-13 relative, and what the rounding of p near one makes; the other tail is
  /// 1 - `inverseRegularizedBeta(1 - p, b, a)`.
  ///
  /// - Complexity: some five evaluations of the function.
  public static func inverseRegularizedBeta(_ p: Double, _ a: Double, _ b: Double) -> Double {
    BetaPoint.solution(a, b, .lower, p).x
  }
}
