public import Learning
internal import LinearAlgebra
internal import RealModule

/// The logistic distribution, whose cumulative probability is the sigmoid.
///
///     f(x) = exp(-z) / (s (1 + exp(-z))²),  z = (x - μ) / s
public struct Logistic: ContinuousDistribution {
  public static let name = "logistic"

  /// μ, the mean and median.
  public let location: Double
  /// s, above zero: the standard deviation over π/√3.
  public let scale: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite and the
  ///   scale is above zero.
  public init(location: Double, scale: Double) throws(LearningError) {
    try Self.requireFinite(location, "location")
    try Self.requirePositive(scale, "scale")
    self.location = location
    self.scale = scale
  }

  public var support: ClosedRange<Double> { -.infinity...Double.infinity }
  public var mean: Double { location }
  public var variance: Double { scale * scale * (.pi * .pi / 3) }
  public var skewness: Double { 0 }
  public var excessKurtosis: Double { 1.2 }
  public var entropy: Double { 2 + .log(scale) }

  public func logDensity(_ x: Double) -> Double {
    let distance = abs((x - location) / scale)
    return -distance - 2 * .log(onePlus: .exp(-distance)) - .log(scale)
  }

  public func cumulative(_ x: Double) -> Double { Self.lowerTail(at: score(x)) }

  public func survival(_ x: Double) -> Double { Self.lowerTail(at: -score(x)) }

  public func logCumulative(_ x: Double) -> Double { Self.logLowerTail(at: score(x).high) }

  public func logSurvival(_ x: Double) -> Double { Self.logLowerTail(at: -score(x).high) }

  private func score(_ x: Double) -> DoublePair {
    DoublePair(difference: x, location) / DoublePair(scale)
  }

  /// 1 / (1 + exp(-z)), by the exponential that does not overflow.
  private static func lowerTail(at z: DoublePair) -> Double {
    guard z.high < 0 else { return 1 / (1 + (-z).exponential) }
    let odds = z.exponential
    return odds / (1 + odds)
  }

  /// -log(1 + exp(-z)), by the exponential that does not overflow.
  private static func logLowerTail(at z: Double) -> Double {
    z < 0 ? z - .log(onePlus: .exp(z)) : -.log(onePlus: .exp(-z))
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return location + scale * Self.logit(probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return location - scale * Self.logit(probability)
  }

  /// log(p / (1 - p)).
  private static func logit(_ p: Double) -> Double {
    if p > 0.5 { return -logit(1 - p) }
    // Near 1/2 the two logarithms would cancel.
    return p < 0.25 ? .log(p) - .log(onePlus: -p) : -.log(onePlus: (1 - 2 * p) / p)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    location + scale * Self.logit(generator.nextInnerUniform())
  }
}

extension Logistic {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        location: parameters.decode(Double.self, forKey: .location),
        scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "logistic(location 0, scale 1)"
  public var description: String {
    "logistic(location \(location.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
