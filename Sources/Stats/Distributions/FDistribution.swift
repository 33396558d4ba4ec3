internal import LinearAlgebra
public import Learning
internal import RealModule

/// Fisher and Snedecor's F distribution: of the ratio of two independent chi-squared variables, each over its degrees
/// of freedom.
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for degrees of freedom of any size.
public struct FDistribution: ContinuousDistribution {
  public static let name = "F"

  /// The degrees of freedom d₁ of the numerator and d₂ of the denominator, above zero.
  public let numerator, denominator: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are from 1e-100 to
  ///   1e100.
  public init(numerator: Double, denominator: Double) throws(LearningError) {
    try Self.requireFreedom(numerator, "numerator's degrees of freedom")
    try Self.requireFreedom(denominator, "denominator's degrees of freedom")
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func requireFreedom(_ value: Double, _ name: String) throws(LearningError) {
    // A ratio of two of them, times a value, must not leave the doubles.
    try require(value >= 1e-100 && value <= 1e100, name, value, "from 1e-100 to 1e100")
  }

  private var halves: (Double, Double) { (0.5 * numerator, 0.5 * denominator) }
}

extension FDistribution {
  public var support: ClosedRange<Double> { 0...Double.infinity }

  /// d₂ / (d₂ - 2), infinite up to d₂ = 2.
  public var mean: Double { denominator > 2 ? denominator / (denominator - 2) : .infinity }

  public var variance: Double {
    guard denominator > 4 else { return denominator > 2 ? .infinity : .nan }
    return 2 * mean * mean * ((numerator + denominator - 2) / numerator / (denominator - 4))
  }

  public var skewness: Double {
    guard denominator > 6 else { return denominator > 4 ? .infinity : .nan }
    let spread = (8 * (denominator - 4) / numerator / (numerator + denominator - 2)).squareRoot()
    return (2 * numerator + denominator - 2) / (denominator - 6) * spread
  }

  public var excessKurtosis: Double {
    guard denominator > 8 else { return denominator > 4 ? .infinity : .nan }
    let first = (5 * denominator - 22) / (denominator - 8)
    let ratio = (denominator - 2) / (denominator - 8) * ((denominator - 2) / (numerator + denominator - 2))
    return 12 * (first + ratio * ((denominator - 4) / numerator)) / (denominator - 6)
  }

  /// That of the beta distribution of the halves, moved to the ratio.
  public var entropy: Double {
    let (a, b) = halves
    return Beta.entropy(a, b) + 2 * Double.digammaIncrement(b, by: a) + .log(denominator / numerator)
  }

  public func logDensity(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    guard x > 0 && x < .infinity else {
      guard x == 0 else { return -.infinity }
      return numerator == 2 ? 0 : numerator < 2 ? .infinity : -.infinity
    }
    let (a, b) = halves
    return BetaTails.logPower(a, b, point(x)) - .log(x)
  }

  public func cumulative(_ x: Double) -> Double { tails(x).lower }
  public func survival(_ x: Double) -> Double { tails(x).upper }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return ratio(.lower, probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return ratio(.upper, probability)
  }

  private func ratio(_ tail: Tail, _ probability: Double) -> Double {
    let (a, b) = halves
    let solution = BetaPoint.solution(a, b, tail, probability)
    return denominator / numerator * (solution.x / solution.y)
  }

  private func tails(_ x: Double) -> BetaTails {
    if x <= 0 { return BetaTails(lower: 0) }
    if x == .infinity { return BetaTails(upper: 0) }
    if x.isNaN { return BetaTails(lower: x) }
    let (a, b) = halves
    return BetaTails(a, b, at: point(x))
  }

  /// d₁ x / (d₁ x + d₂), what has the beta distribution, and one less it.
  private func point(_ x: Double) -> UnitPair {
    UnitPair(odds: DoublePair(x), DoublePair(quotient: denominator, numerator))
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    let (a, b) = halves
    let difference = generator.nextLogStandardGamma(shape: a) - generator.nextLogStandardGamma(shape: b)
    return denominator / numerator * .exp(difference)
  }
}

extension FDistribution {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        numerator: parameters.decode(Double.self, forKey: .numerator),
        denominator: parameters.decode(Double.self, forKey: .denominator))
    }
  }

  /// "F(numerator 3, denominator 20)"
  public var description: String {
    "F(numerator \(numerator.formatted(digits: 6)), denominator \(denominator.formatted(digits: 6)))"
  }
}
