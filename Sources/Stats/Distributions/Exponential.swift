public import Learning
internal import LinearAlgebra
internal import RealModule

/// The exponential distribution: the time to the next of events that come independently at a constant rate.
///
///     f(x) = λ exp(-λ x),  x ≥ 0
///
/// SciPy's `expon` takes the scale, 1/λ.
public struct Exponential: ContinuousDistribution {
  public static let name = "exponential"

  /// λ, events per unit of x; above zero.
  public let rate: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the rate is finite and above
  ///   zero.
  public init(rate: Double) throws(LearningError) {
    try Self.requirePositive(rate, "rate")
    self.rate = rate
  }

  /// 1/λ, which is also the mean and the standard deviation.
  public var scale: Double { 1 / rate }

  public var support: ClosedRange<Double> { 0...Double.infinity }
  public var mean: Double { scale }
  public var variance: Double { scale * scale }
  public var skewness: Double { 2 }
  public var excessKurtosis: Double { 6 }
  public var entropy: Double { 1 - .log(rate) }

  public func logDensity(_ x: Double) -> Double {
    x < 0 ? -.infinity : .log(rate) - rate * x
  }

  public func cumulative(_ x: Double) -> Double {
    x < 0 ? 0 : -.expMinusOne(-rate * x)
  }

  public func survival(_ x: Double) -> Double {
    x < 0 ? 1 : DoublePair(product: -rate, x).exponential
  }

  public func logSurvival(_ x: Double) -> Double { x < 0 ? 0 : -rate * x }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return abs(.log(onePlus: -probability)) / rate
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return abs(.log(probability)) / rate
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    -.log(generator.nextInnerUniform()) / rate
  }
}

extension Exponential {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(rate: parameters.decode(Double.self, forKey: .rate))
    }
  }

  /// "exponential(rate 2)"
  public var description: String { "exponential(rate \(rate.formatted(digits: 6)))" }
}
