public import Learning
internal import LinearAlgebra
internal import RealModule

/// The inverse gamma distribution: of β / G, where G is gamma distributed with shape α and scale 1.
///
///     f(x) = βᵅ / Γ(α) x^-(α + 1) exp(-β / x),  x > 0
///
/// Moments of order α and above are infinite. SciPy calls α `a`, and has β as its scale.
public struct InverseGamma: ContinuousDistribution {
  public static let name = "inverse gamma"

  /// α, above zero: the smaller, the heavier the tail.
  public let shape: Double
  /// β, above zero, in the unit of x.
  public let scale: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite and above
  ///   zero.
  public init(shape: Double, scale: Double) throws(LearningError) {
    try Self.requirePositive(shape, "shape")
    try Self.requirePositive(scale, "scale")
    self.init(validShape: shape, scale: scale)
  }

  /// For parameters that were checked.
  init(validShape shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  public var support: ClosedRange<Double> { 0...Double.infinity }

  /// Where the density is highest, β / (α + 1).
  public var mode: Double { scale / (shape + 1) }

  /// Infinite for shapes to 1.
  public var mean: Double { shape > 1 ? scale / (shape - 1) : .infinity }

  /// Infinite for shapes to 2, NaN where the mean is infinite.
  public var variance: Double {
    guard shape > 1 else { return .nan }
    return shape > 2 ? mean * mean / (shape - 2) : .infinity
  }

  /// Infinite for shapes to 3, NaN where the variance is infinite.
  public var skewness: Double {
    guard shape > 2 else { return .nan }
    return shape > 3 ? 4 * (shape - 2).squareRoot() / (shape - 3) : .infinity
  }

  /// Infinite for shapes to 4, NaN where the variance is infinite.
  public var excessKurtosis: Double {
    guard shape > 2 else { return .nan }
    return shape > 4 ? 6 * ((5 * shape - 11) / (shape - 3)) / (shape - 4) : .infinity
  }

  /// That of G, and E log (β / G²).
  public var entropy: Double { reciprocal.entropy + .log(scale) - 2 * .digamma(shape) }

  /// G.
  private var reciprocal: Gamma { Gamma(validShape: shape, scale: 1) }

  public func logDensity(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    guard x > 0 && x < .infinity else { return -.infinity }
    let ratio = DoublePair(quotient: scale, x)
    guard ratio.high > 1e-290 else {
      // exp(-β / x) is 1, and the ratio may be zero.
      return shape * (.log(scale) - .log(x)) - .logGamma(shape) - .log(x)
    }
    guard ratio.high < .infinity else { return -.infinity }
    return .log(shape) + GammaTails.logTerm(shape, ratio) - .log(x)
  }

  public func cumulative(_ x: Double) -> Double { tails(x).upper }
  public func survival(_ x: Double) -> Double { tails(x).lower }

  /// Those of G, at β / x.
  private func tails(_ x: Double) -> GammaTails {
    if x <= 0 { return GammaTails(upper: 0) }
    if x == .infinity { return GammaTails(lower: 0) }
    return GammaTails(shape: shape, at: DoublePair(quotient: scale, x))
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale / GammaPoint.solution(shape: shape, .upper, probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale / GammaPoint.solution(shape: shape, .lower, probability)
  }

  /// In logarithms: gamma variables of tiny shapes are below all doubles.
  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    scale * .exp(-generator.nextLogStandardGamma(shape: shape))
  }
}

extension InverseGamma {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        shape: parameters.decode(Double.self, forKey: .shape), scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "inverse gamma(shape 3, scale 2)"
  public var description: String {
    "inverse gamma(shape \(shape.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
