public import Learning
internal import LinearAlgebra
internal import RealModule

/// The Laplace, or double exponential, distribution.
///
///     f(x) = exp(-|z|) / (2 b),  z = (x - μ) / b
public struct Laplace: ContinuousDistribution {
  public static let name = "Laplace"

  /// μ, the mean and median.
  public let location: Double
  /// b, above zero: the mean of |X - μ|.
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
  public var variance: Double { 2 * scale * scale }
  public var skewness: Double { 0 }
  public var excessKurtosis: Double { 3 }
  public var entropy: Double { 1 + .log(2) + .log(scale) }

  public func logDensity(_ x: Double) -> Double {
    -abs((x - location) / scale) - .log(2) - .log(scale)
  }

  public func cumulative(_ x: Double) -> Double { Self.lowerTail(at: score(x)) }

  public func survival(_ x: Double) -> Double { Self.lowerTail(at: -score(x)) }

  public func logCumulative(_ x: Double) -> Double { Self.logLowerTail(at: score(x).high) }

  public func logSurvival(_ x: Double) -> Double { Self.logLowerTail(at: -score(x).high) }

  private func score(_ x: Double) -> DoublePair {
    DoublePair(difference: x, location) / DoublePair(scale)
  }

  private static func lowerTail(at z: DoublePair) -> Double {
    z.high < 0 ? 0.5 * z.exponential : 1 - 0.5 * (-z).exponential
  }

  private static func logLowerTail(at z: Double) -> Double {
    z < 0 ? z - .log(2) : .log(onePlus: -0.5 * .exp(-z))
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return location + scale * Self.standardQuantile(probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return location - scale * Self.standardQuantile(probability)
  }

  private static func standardQuantile(_ probability: Double) -> Double {
    probability < 0.5 ? .log(2 * probability) : -.log(2 * (1 - probability))
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    location + scale * Self.standardQuantile(generator.nextInnerUniform())
  }
}

extension Laplace {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        location: parameters.decode(Double.self, forKey: .location),
        scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "Laplace(location 0, scale 1)"
  public var description: String {
    "Laplace(location \(location.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
