internal import LinearAlgebra
public import Learning
internal import RealModule

/// The beta distribution, with the density xᵅ⁻¹ (1 - x)ᵝ⁻¹ / B(α, β) for 0 ≤ x ≤ 1.
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for shapes of any size. A value near 1 has few digits
/// of its distance to 1; exchange the shapes to have them.
public struct Beta: ContinuousDistribution {
  public static let name = "beta"

  /// The shapes α and β, above zero: the mean is α / (α + β).
  public let alpha, beta: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite numbers
  ///   above zero, at most 1e300.
  public init(alpha: Double, beta: Double) throws(LearningError) {
    try Self.require(alpha > 0 && alpha <= 1e300, "alpha", alpha, "above zero, at most 1e300")
    try Self.require(beta > 0 && beta <= 1e300, "beta", beta, "above zero, at most 1e300")
    self.alpha = alpha
    self.beta = beta
  }
}

extension Beta {
  public var support: ClosedRange<Double> { 0...1 }

  public var mean: Double { share }
  public var variance: Double { share * (beta / total) / (total + 1) }

  public var skewness: Double {
    // The square root of the product may not be taken of the product, which may be too large or small.
    2 * ((beta - alpha) / (total + 2)) * ((total + 1).squareRoot() / alpha.squareRoot()) / beta.squareRoot()
  }

  public var excessKurtosis: Double {
    let difference = (alpha - beta) / (total + 2)
    let spread = difference * difference * ((total + 1) / alpha / beta)
    return 6 * (spread * (total + 2) - 1) / (total + 3)
  }

  public var entropy: Double { Self.entropy(alpha, beta) }

  /// log B(a, b) + (a - 1) (ψ(a + b) - ψ(a)) + (b - 1) (ψ(a + b) - ψ(b)).
  static func entropy(_ a: Double, _ b: Double) -> Double {
    guard min(a, b) >= 10 else {
      let rest = (a - 1) * Double.digammaIncrement(a, by: b) + (b - 1) * Double.digammaIncrement(b, by: a)
      return Double.logBeta(a, b) + rest
    }
    // Stirling's formula put in for all functions: their large parts cancel.
    let logarithms = 0.5 * (Double.log(a) + Double.log(b)) - 1.5 * Double.log(a + b)
    let remainders = Double.stirlingSeries(a) + Double.stirlingSeries(b) - Double.stirlingSeries(a + b)
    let slopes =
      (a - 1) * Double.logMinusDigamma(a) + (b - 1) * Double.logMinusDigamma(b)
      - (a + b - 2) * Double.logMinusDigamma(a + b)
    return Double.halfLogTwoPi + logarithms + remainders + slopes
  }

  private var total: Double { alpha + beta }
  private var share: Double { alpha / total }
}

extension Beta {
  public func logDensity(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    guard x >= 0 && x <= 1 else { return -.infinity }
    if x == 0 { return Self.logDensityAtZero(alpha, beta) }
    if x == 1 { return Self.logDensityAtZero(beta, alpha) }
    if min(alpha, beta) < 1 {
      let powers = (alpha - 1) * .log(x) + (beta - 1) * .log(onePlus: -x)
      return powers - .logBeta(alpha, beta)
    }
    let point = UnitPair(x: x)
    return BetaTails.logPower(alpha, beta, point) - .log(x) - .log(onePlus: -x)
  }

  /// Where xᵃ⁻¹ is zero, one or infinite, and B(1, b) is 1 / b.
  private static func logDensityAtZero(_ a: Double, _ b: Double) -> Double {
    a == 1 ? .log(b) : a < 1 ? .infinity : -.infinity
  }

  public func cumulative(_ x: Double) -> Double { tails(x).lower }
  public func survival(_ x: Double) -> Double { tails(x).upper }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return BetaPoint.solution(alpha, beta, .lower, probability).x
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return BetaPoint.solution(alpha, beta, .upper, probability).x
  }

  private func tails(_ x: Double) -> BetaTails {
    if x <= 0 { return BetaTails(lower: 0) }
    if x >= 1 { return BetaTails(upper: 0) }
    return BetaTails(alpha, beta, at: UnitPair(x: x))
  }

  /// By the ratio of two gamma variables, in logarithms: those of tiny shapes are below all doubles.
  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    let first = generator.nextLogStandardGamma(shape: alpha)
    let second = generator.nextLogStandardGamma(shape: beta)
    return first > second
      ? 1 / (1 + .exp(second - first)) : .exp(first - second) / (1 + .exp(first - second))
  }
}

extension Beta {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        alpha: parameters.decode(Double.self, forKey: .alpha), beta: parameters.decode(Double.self, forKey: .beta))
    }
  }

  /// "beta(alpha 2, beta 5)"
  public var description: String {
    "beta(alpha \(alpha.formatted(digits: 6)), beta \(beta.formatted(digits: 6)))"
  }
}
