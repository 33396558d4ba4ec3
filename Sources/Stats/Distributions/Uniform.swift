public import Learning
internal import LinearAlgebra
internal import RealModule

/// The uniform distribution on an interval of the real line.
///
///     f(x) = 1 / (b - a),  a ≤ x ≤ b
///
/// For equally probable whole numbers take a ``Categorical``.
public struct Uniform: ContinuousDistribution {
  public static let name = "uniform"

  /// a.
  public let lower: Double
  /// b, above a.
  public let upper: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite, `upper` is
  ///   above `lower`, and their difference is a finite number, too.
  public init(lower: Double, upper: Double) throws(LearningError) {
    try Self.requireFinite(lower, "lower end")
    try Self.requireFinite(upper, "upper end")
    try Self.require(upper > lower, "upper end", upper, "above the lower end, \(lower)")
    try Self.requireFinite(upper - lower, "width")
    self.lower = lower
    self.upper = upper
  }

  /// b - a.
  public var width: Double { upper - lower }

  public var support: ClosedRange<Double> { lower...upper }
  /// Halved before they are added, which cannot overflow.
  public var mean: Double { lower / 2 + upper / 2 }
  public var variance: Double { width * width / 12 }
  public var skewness: Double { 0 }
  public var excessKurtosis: Double { -1.2 }
  public var entropy: Double { .log(width) }

  public func logDensity(_ x: Double) -> Double {
    x < lower || x > upper ? -.infinity : x.isNaN ? .nan : -.log(width)
  }

  public func cumulative(_ x: Double) -> Double {
    x < lower ? 0 : x > upper ? 1 : (x - lower) / width
  }

  public func survival(_ x: Double) -> Double {
    x < lower ? 1 : x > upper ? 0 : (upper - x) / width
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return value(fromLower: probability, fromUpper: 1 - probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    return value(fromLower: 1 - probability, fromUpper: probability)
  }

  /// The value at these shares of the width from either end: from the nearer one, so that both are met exactly.
  private func value(fromLower: Double, fromUpper: Double) -> Double {
    fromLower <= fromUpper ? lower + fromLower * width : upper - fromUpper * width
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    let share = generator.nextUniform()
    return value(fromLower: share, fromUpper: 1 - share)
  }
}

extension Uniform {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        lower: parameters.decode(Double.self, forKey: .lower), upper: parameters.decode(Double.self, forKey: .upper))
    }
  }

  /// "uniform(from 0 to 1)"
  public var description: String {
    "uniform(from \(lower.formatted(digits: 6)) to \(upper.formatted(digits: 6)))"
  }
}
