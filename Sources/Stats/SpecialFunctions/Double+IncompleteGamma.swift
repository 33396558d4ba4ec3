extension Double {
  /// The regularized lower incomplete gamma function P(a, x) = γ(a, x) / Γ(a): the probability that a gamma variable of
  /// shape `a` and scale 1 is at most `x`.
  ///
  /// For a ≥ 0 and x ≥ 0, where P(0, x) is 1; NaN elsewhere, and for (0, 0) and (∞, ∞).
  ///
  /// Error bounds: 1e-13 relative, in the tail too. The arguments are taken as exact; for a = 1e10 another ulp of x
  /// would change the value at x = a by 1e-11 already.
  ///
  /// Source: DLMF 8.2, and the papers named at each method: series, continued fraction, Temme's uniform expansion.
  public static func regularizedGammaP(_ a: Double, _ x: Double) -> Double { GammaTails(shape: a, at: x).lower }

  /// The regularized upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a) = 1 - P(a, x).
  ///
  /// Domain, error bounds and sources are those of ``regularizedGammaP(_:_:)``.
  public static func regularizedGammaQ(_ a: Double, _ x: Double) -> Double { GammaTails(shape: a, at: x).upper }

  /// The x ≥ 0 with P(a, x) = `p`: 0 for p = 0, ∞ for p = 1, NaN for a < 0 or p outside [0, 1].
  ///
  /// Error bounds: 1e-13 relative, and what the rounding of p near one makes;
  /// ``inverseRegularizedGammaQ(_:_:)`` has the digits there.
  ///
  /// - Complexity: some five evaluations of the function.
  public static func inverseRegularizedGammaP(_ a: Double, _ p: Double) -> Double {
    GammaPoint.solution(shape: a, .lower, p)
  }

  /// The x ≥ 0 with Q(a, x) = `q`: ∞ for q = 0, 0 for q = 1, NaN for a < 0 or q outside [0, 1].
  ///
  /// Error bounds are those of ``inverseRegularizedGammaP(_:_:)``, with q near one.
  public static func inverseRegularizedGammaQ(_ a: Double, _ q: Double) -> Double {
    GammaPoint.solution(shape: a, .upper, q)
  }
}
