internal import LinearAlgebra
public import Learning
internal import RealModule

/// The gamma distribution, with the density xᵏ⁻¹ exp(-x / θ) / (Γ(k) θᵏ) for x ≥ 0.
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for shapes of any size.
public struct Gamma: ContinuousDistribution {
  public static let name = "gamma"

  /// The shape k, above zero: the mean is kθ.
  public let shape: Double
  /// The scale θ, above zero, in the unit of x.
  public let scale: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite numbers
  ///   above zero.
  public init(shape: Double, scale: Double = 1) throws(LearningError) {
    try Self.requirePositive(shape, "shape")
    try Self.requirePositive(scale, "scale")
    self.init(validShape: shape, scale: scale)
  }

  /// For parameters that were checked.
  init(validShape shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  /// The rate, 1 / θ.
  public var rate: Double { 1 / scale }
}

extension Gamma {
  public var support: ClosedRange<Double> { 0...Double.infinity }
  public var mean: Double { shape * scale }
  public var variance: Double { shape * scale * scale }
  public var skewness: Double { 2 / shape.squareRoot() }
  public var excessKurtosis: Double { 6 / shape }

  public var entropy: Double {
    guard shape >= 10 else {
      return shape + .log(scale) + .logGamma(shape) + (1 - shape) * .digamma(shape)
    }
    // Stirling's formula put in for both functions: their large parts cancel.
    let main = 0.5 * Double.log(shape) + Double.halfLogTwoPi + Double.log(scale)
    return main + Double.stirlingSeries(shape) + (shape - 1) * Double.logMinusDigamma(shape)
  }

  public func logDensity(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    guard x > 0 && x < .infinity else {
      guard x == 0 else { return -.infinity }
      return shape == 1 ? -.log(scale) : shape < 1 ? .infinity : -.infinity
    }
    let standard = standardized(x)
    // From the Poisson probability of the shape less one; of the shape itself where that would be near zero.
    if shape >= 9 { return GammaTails.logTerm(shape - 1, standard) - .log(scale) }
    return (shape - 1) * .log(standard.value) - standard.value - .logGamma(shape) - .log(scale)
  }

  public func cumulative(_ x: Double) -> Double { tails(x).lower }
  public func survival(_ x: Double) -> Double { tails(x).upper }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * GammaPoint.solution(shape: shape, .lower, probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * GammaPoint.solution(shape: shape, .upper, probability)
  }

  private func tails(_ x: Double) -> GammaTails {
    if x <= 0 { return GammaTails(lower: 0) }
    if x == .infinity { return GammaTails(upper: 0) }
    return GammaTails(shape: shape, at: standardized(x))
  }

  private func standardized(_ x: Double) -> DoublePair { DoublePair(quotient: x, scale) }
}

extension Gamma {
  /// By the method of Marsaglia and Tsang.
  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    scale * generator.nextStandardGamma(shape: shape)
  }
}

extension Gamma {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        shape: parameters.decode(Double.self, forKey: .shape), scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "gamma(shape 2, scale 1.5)"
  public var description: String {
    "gamma(shape \(shape.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
