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

  private func score(_ x: Double) -> StandardScore {
    StandardScore(x, location: mean, scale: standardDeviation)
  }

  /// Φ(z) = erfc(-z / √2) / 2.
  static func lowerTail(at z: StandardScore) -> Double {
    let t = -z.value * rootHalf.value
    let tail = 0.5 * Double.erfc(t)
    // Below the mean the slope, φ(z), times what rounding took from the argument is worth adding.
    guard t > 1 && tail > 0 else { return tail }
    let lost = t.addingProduct(z.value, rootHalf.value) + z.value * rootHalf.remainder + z.remainder * rootHalf.value
    return tail + inverseRootPi * .exp(-t * t) * lost
  }

  /// √(1/2), and what its nearest Double lacks.
  private static var rootHalf: StandardScore {
    StandardScore(0.70710678118654752440, remainder: -4.8336466567264565e-17)
  }

  /// 1 / √π
  private static var inverseRootPi: Double { 0.56418958354775628695 }

  /// log Φ(z).
  private static func logLowerTail(at z: StandardScore) -> Double {
    if z.value > 0 { return .log(onePlus: -lowerTail(at: -z)) }
    if z.value > -30 { return .log(lowerTail(at: z)) }
    // Φ(z) ~ φ(z) / -z (1 - 1/z² + 3/z⁴ - 15/z⁶ + 105/z⁸ ...), Abramowitz and Stegun 26.2.12. From z = -30 down the
    // next term is below 1e-12, where the logarithm itself is below -450.
    let r = 1 / (z.value * z.value)
    let series = r * (-1 + r * (3 + r * (-15 + r * 105)))
    return -0.5 * z.value * z.value - logRootTwoPi - .log(-z.value) + .log(onePlus: series)
  }

  /// The z with Φ(z) = `probability`.
  private static func standardQuantile(_ probability: Double) -> Double {
    guard probability <= 0.5 else { return -standardQuantile(1 - probability) }
    guard probability > 0 else { return -.infinity }
    // log Φ is concave, so that Newton's steps from below the root stay below it; Φ(z) ≤ exp(-z²/2) / 2.
    let target = Double.log(probability)
    var z = -(-2 * (target + .log(2))).squareRoot()
    while true {
      let value = logLowerTail(at: StandardScore(z))
      let slope = Double.exp(-0.5 * z * z - logRootTwoPi - value)
      let next = min(0, z + (target - value) / slope)
      guard next > z else { return z }
      z = next
    }
  }
}
