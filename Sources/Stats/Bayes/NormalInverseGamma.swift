public import Learning
internal import LinearAlgebra
internal import RealModule

/// The normal-inverse-gamma distribution: what is believed of the mean and the variance of a normal distribution.
///
///     σ² ~ inverse gamma(a, b),  μ | σ² ~ normal(m, σ²/κ)
///
///     let prior = try NormalInverseGamma(mean: 100, strength: 1, shape: 2, scale: 200)
///     let posterior = try prior.posterior(given: Normal.Likelihood(scores))
///     posterior.mode                                      // the maximum a posteriori estimates of both
///     try posterior.marginalMean.centralInterval()        // Student's t
///     try posterior.predictive(of: Normal.self)           // of the next score
///
/// The strength κ is like the number of observations that the belief about the mean is worth, 2a that about the
/// variance, and 2b their sum of squares. What is done with a sample is in NormalInverseGamma+Bayes.swift.
public struct NormalInverseGamma: Distribution {
  public static let name = "normal-inverse-gamma"

  /// The mean and the variance of a normal distribution.
  public struct Value: Hashable, Sendable, Codable {
    public let mean: Double
    /// σ², not the standard deviation.
    public let variance: Double

    public init(mean: Double, variance: Double) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// m, where the mean is believed to be.
  public let mean: Double
  /// κ, above zero.
  public let strength: Double
  /// a, above zero.
  public let shape: Double
  /// b, above zero, in the square of the unit of x.
  public let scale: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless all are finite, and all but
  ///   the mean above zero.
  public init(mean: Double, strength: Double, shape: Double, scale: Double) throws(LearningError) {
    try Self.requireFinite(mean, "mean")
    try Self.requirePositive(strength, "strength")
    try Self.requirePositive(shape, "shape")
    try Self.requirePositive(scale, "scale")
    self.mean = mean
    self.strength = strength
    self.shape = shape
    self.scale = scale
  }

  /// Where the density of the pair is highest: m, and b / (a + 3/2).
  ///
  /// The density of the mean and the standard deviation has its peak elsewhere, at the variance b / (a + 1).
  public var mode: Value { Value(mean: mean, variance: scale / (shape + 1.5)) }

  /// That of the variance, and the mean one of that of the mean given the variance: ½ E log (2πe σ²/κ).
  public var entropy: Double {
    let logVariance = Double.log(scale) - .digamma(shape)
    let ofVariance = InverseGamma(validShape: shape, scale: scale).entropy
    return ofVariance + Normal.logRootTwoPi + 0.5 * (1 + logVariance - .log(strength))
  }

  /// -∞ where the variance is not above zero.
  public func logDensity(_ x: Value) -> Double {
    guard !(x.variance <= 0) else { return -.infinity }
    let distance = x.mean - mean
    let ofMean = -Normal.logRootTwoPi + 0.5 * (.log(strength) - .log(x.variance))
      - 0.5 * strength * distance * distance / x.variance
    return ofMean + InverseGamma(validShape: shape, scale: scale).logDensity(x.variance)
  }

  /// A pair: the variance, and then the mean given it.
  public func sample(using generator: inout some RandomNumberGenerator) -> Value {
    let variance = InverseGamma(validShape: shape, scale: scale).sample(using: &generator)
    let deviation = Normal.standard.sample(using: &generator)
    return Value(mean: mean + deviation * (variance / strength).squareRoot(), variance: variance)
  }
}

extension NormalInverseGamma {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        mean: parameters.decode(Double.self, forKey: .mean),
        strength: parameters.decode(Double.self, forKey: .strength),
        shape: parameters.decode(Double.self, forKey: .shape), scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "normal-inverse-gamma(mean 100, strength 1, shape 2, scale 200)"
  public var description: String {
    "normal-inverse-gamma(mean \(mean.formatted(digits: 6)), strength \(strength.formatted(digits: 6)), "
      + "shape \(shape.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
