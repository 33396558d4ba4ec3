internal import RealModule

extension Double {
  /// The logarithm of the beta function, log Γ(a) + log Γ(b) - log Γ(a + b), for a and b above zero.
  ///
  /// Large log-gamma values never meet: what remains of Stirling's formula for each is summed instead. +∞ where an
  /// argument is zero, -∞ where one is infinite, NaN where one is negative or where they are 0 and ∞.
  ///
  /// Error bounds: about 1e-15 relative, absolutely near the arguments where B(a, b) = 1.
  ///
  /// Source: DiDonato and Morris, Algorithm 708, ACM TOMS 18(3), 1992, doi:10.1145/131766.131776, for the idea.
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    guard a >= 0 && b >= 0 else { return .nan }
    let (small, large) = a <= b ? (a, b) : (b, a)
    if small == 0 { return large < infinity ? infinity : nan }
    if large == infinity { return -infinity }
    if small < 8 { return logGamma(small) - logGammaIncrement(large, by: small) }
    let ratio = small / large
    let powers = -small * log(onePlus: 1 / ratio) - (large - 0.5) * log(onePlus: ratio)
    let remainders = stirlingSeries(small) + stirlingSeries(large) - stirlingSeries(small + large)
    return halfLogTwoPi - 0.5 * log(small) + powers + remainders
  }
}
