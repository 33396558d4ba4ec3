public import Learning
internal import LinearAlgebra
internal import RealModule

/// The Weibull distribution: of the λ E^(1/k) where E is standard exponential.
///
///     f(x) = k/λ (x/λ)^(k-1) exp(-(x/λ)^k),  x ≥ 0
///
/// At x = 0 the density is infinite for shapes below 1. SciPy calls it `weibull_min`. Its moments are in
/// Weibull+Moments.swift.
public struct Weibull: ContinuousDistribution {
  public static let name = "Weibull"

  /// k, above zero: failures become rarer with time below 1, more frequent above.
  public let shape: Double
  /// λ, above zero: all but a share of 1/e lies below it.
  public let scale: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite and above
  ///   zero.
  public init(shape: Double, scale: Double) throws(LearningError) {
    try Self.requirePositive(shape, "shape")
    try Self.requirePositive(scale, "scale")
    self.shape = shape
    self.scale = scale
  }

  public var support: ClosedRange<Double> { 0...Double.infinity }

  public func logDensity(_ x: Double) -> Double {
    guard !(x < 0) else { return -.infinity }
    let ratio = DoublePair(quotient: x, scale)
    let exponent = hazard(ratio).high
    // The power of the ratio is at most as infinite; the two must not meet as ∞ - ∞.
    if exponent == .infinity { return -.infinity }
    let base = Double.log(shape) - .log(scale) - exponent
    if shape == 1 { return base }
    return ratio.high == 0 ? (1 - shape) * .infinity : base + (shape - 1) * (.log(ratio.high) + ratio.low / ratio.high)
  }

  public func cumulative(_ x: Double) -> Double {
    x < 0 ? 0 : -.expMinusOne(-hazard(DoublePair(quotient: x, scale)).high)
  }

  public func survival(_ x: Double) -> Double {
    x < 0 ? 1 : (-hazard(DoublePair(quotient: x, scale))).exponential
  }

  public func logSurvival(_ x: Double) -> Double {
    x < 0 ? 0 : -hazard(DoublePair(quotient: x, scale)).high
  }

  /// The cumulative hazard (x/λ)^k, with what the division's rounding took from the power.
  private func hazard(_ ratio: DoublePair) -> DoublePair {
    let power = Double.pow(ratio.high, shape)
    return ratio.high > 0 && power.isFinite
      ? DoublePair(sum: power, power * shape * (ratio.low / ratio.high)) : DoublePair(power)
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * .pow(abs(.log(onePlus: -probability)), 1 / shape)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * .pow(abs(.log(probability)), 1 / shape)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    scale * .pow(-.log(generator.nextInnerUniform()), 1 / shape)
  }
}

extension Weibull {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        shape: parameters.decode(Double.self, forKey: .shape), scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "Weibull(shape 2, scale 1)"
  public var description: String {
    "Weibull(shape \(shape.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
