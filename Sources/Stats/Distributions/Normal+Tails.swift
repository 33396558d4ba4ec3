public import Learning
internal import RealModule

/// Tail probabilities, their logarithms, and their inverses.
extension Normal {
  public func cumulative(_ x: Double) -> Double { Self.lowerTail(at: score(x)) }

  public func survival(_ x: Double) -> Double { Self.lowerTail(at: -score(x)) }

  /// log P(X ≤ x), also where the probability itself is below the smallest `Double`: -5e15 at 1e8 standard deviations
  /// below the mean.
  public func logCumulative(_ x: Double) -> Double { Self.logLowerTail(at: score(x)) }

  /// log P(X > x), also where the probability itself is below the smallest `Double`.
  public func logSurvival(_ x: Double) -> Double { Self.logLowerTail(at: -score(x)) }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return mean + standardDeviation * Self.standardQuantile(probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return mean - standardDeviation * Self.standardQuantile(probability)
  }

  private func score(_ x: Double) -> DoublePair {
    DoublePair(difference: x, mean) / DoublePair(standardDeviation)
  }

  /// Φ(z) = erfc(-z / √2) / 2, of a score to twice the precision, because a tail multiplies its relative error by z².
  static func lowerTail(at z: DoublePair) -> Double {
    guard !z.high.isNaN else { return .nan }
    if z.high >= 0 { return z.high == 0 ? 0.5 : 1 - lowerTail(at: -z) }
    // Below Φ(-39) there is no Double above zero.
    return z.high > -39 ? 0.5 * .erfc(ofSquareRootOf: z * z * 0.5) : 0
  }

  /// log Φ(z).
  static func logLowerTail(at z: DoublePair) -> Double {
    let score = z.high
    if score > 0 { return .log(onePlus: -lowerTail(at: -z)) }
    if score > -30 { return .log(lowerTail(at: z)) }
    if score == -.infinity { return score }
    // Φ(z) ~ φ(z) / -z (1 - 1/z² + 3/z⁴ - 15/z⁶ + 105/z⁸ - 945/z¹⁰ ...), Abramowitz and Stegun 26.2.12. From z = -30
    // down the next term is below 1e-13, where the logarithm itself is below -450.
    let r = 1 / (score * score)
    let series = r * (-1 + r * (3 + r * (-15 + r * (105 - r * 945))))
    return -0.5 * score * score - logRootTwoPi - .log(-score) + .log(onePlus: series)
  }

  /// The z with Φ(z) = `probability`.
  private static func standardQuantile(_ probability: Double) -> Double {
    // Both from the smaller tail, which keeps its digits; 1 - p is exact from 1/2 on.
    probability <= 0.5
      ? -Double.sqrt(2) * .inverseErfc(2 * probability) : .sqrt(2) * .inverseErfc(2 * (1 - probability))
  }
}
