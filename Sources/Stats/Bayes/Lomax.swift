public import Learning
internal import LinearAlgebra
internal import RealModule

/// The Lomax distribution, Pareto's moved to zero: of an exponential variable whose rate is gamma distributed with
/// shape α and rate λ.
///
///     f(x) = α/λ (1 + x/λ)^-(α + 1),  x ≥ 0
///
/// Moments of order α and above are infinite.
public struct Lomax: ContinuousDistribution {
  public static let name = "Lomax"

  /// α, above zero: the smaller, the heavier the tail.
  public let shape: Double
  /// λ, above zero, in the unit of x.
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

  /// Infinite for shapes to 1.
  public var mean: Double { shape > 1 ? scale / (shape - 1) : .infinity }

  /// Infinite for shapes to 2, NaN where the mean is infinite.
  public var variance: Double {
    guard shape > 1 else { return .nan }
    return shape > 2 ? mean * mean * (shape / (shape - 2)) : .infinity
  }

  /// Infinite for shapes to 3, NaN where the variance is infinite.
  public var skewness: Double {
    guard shape > 2 else { return .nan }
    return shape > 3 ? 2 * (1 + shape) / (shape - 3) * ((shape - 2) / shape).squareRoot() : .infinity
  }

  /// Infinite for shapes to 4, NaN where the variance is infinite.
  public var excessKurtosis: Double {
    guard shape > 2 else { return .nan }
    guard shape > 4 else { return .infinity }
    // 6 (α³ + α² - 6α - 2) / (α (α - 3) (α - 4)), without cubes that overflow.
    return 6 * (1 + (1 - (6 + 2 / shape) / shape) / shape) / ((1 - 3 / shape) * (1 - 4 / shape))
  }

  public var entropy: Double { .log(scale) - .log(shape) + 1 + 1 / shape }

  public func logDensity(_ x: Double) -> Double {
    x < 0 ? -.infinity : .log(shape) - .log(scale) - (shape + 1) * .log(onePlus: x / scale)
  }

  public func cumulative(_ x: Double) -> Double {
    x < 0 ? 0 : -.expMinusOne(-shape * .log(onePlus: x / scale))
  }

  public func survival(_ x: Double) -> Double {
    x < 0 ? 1 : .exp(-shape * .log(onePlus: x / scale))
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * .expMinusOne(abs(.log(onePlus: -probability)) / shape)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return scale * .expMinusOne(abs(.log(probability)) / shape)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    scale * .expMinusOne(-.log(generator.nextInnerUniform()) / shape)
  }
}

extension Lomax {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        shape: parameters.decode(Double.self, forKey: .shape), scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "Lomax(shape 3, scale 2)"
  public var description: String {
    "Lomax(shape \(shape.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
