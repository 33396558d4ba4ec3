internal import LinearAlgebra
public import Learning

/// The chi-squared distribution: of a sum of squares of independent standard normal variables, ν of them.
///
/// The gamma distribution of shape ν/2 and scale 2; ν need not be a whole number.
public struct ChiSquared: ContinuousDistribution {
  public static let name = "chi-squared"

  /// The degrees of freedom ν, above zero.
  public let degreesOfFreedom: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless it is a finite number above
  ///   zero.
  public init(degreesOfFreedom: Double) throws(LearningError) {
    try Self.requirePositive(degreesOfFreedom, "degrees of freedom")
    // Of the smallest double the half is zero.
    try Self.require(degreesOfFreedom / 2 > 0, "degrees of freedom", degreesOfFreedom, "above 1e-323")
    self.degreesOfFreedom = degreesOfFreedom
  }

  private var gamma: Gamma { Gamma(validShape: degreesOfFreedom / 2, scale: 2) }
}

extension ChiSquared {
  public var support: ClosedRange<Double> { gamma.support }
  public var mean: Double { degreesOfFreedom }
  public var variance: Double { 2 * degreesOfFreedom }
  public var skewness: Double { gamma.skewness }
  public var excessKurtosis: Double { gamma.excessKurtosis }
  public var entropy: Double { gamma.entropy }

  public func logDensity(_ x: Double) -> Double { gamma.logDensity(x) }
  public func cumulative(_ x: Double) -> Double { gamma.cumulative(x) }
  public func survival(_ x: Double) -> Double { gamma.survival(x) }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try gamma.quantile(probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try gamma.upperQuantile(probability)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    generator.nextChiSquared(degreesOfFreedom: degreesOfFreedom)
  }
}

extension ChiSquared {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(degreesOfFreedom: parameters.decode(Double.self, forKey: .degreesOfFreedom))
    }
  }

  /// "chi-squared(degrees of freedom 4)"
  public var description: String { "chi-squared(degrees of freedom \(degreesOfFreedom.formatted(digits: 6)))" }
}
