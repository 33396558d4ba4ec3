internal import LinearAlgebra
public import Learning
internal import RealModule

/// Student's t distribution, with a location and a scale if wanted.
///
///     f(x) = (1 + z² / ν)^(-(ν + 1) / 2) / (B(½, ν/2) √ν σ),  z = (x - μ) / σ
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for degrees of freedom of any size.
public struct StudentT: ContinuousDistribution {
  public static let name = "Student t"

  /// The degrees of freedom ν, above zero.
  public let degreesOfFreedom: Double
  /// μ, the median.
  public let location: Double
  /// σ, above zero. Not the standard deviation, which is larger.
  public let scale: Double

  /// - Parameters:
  ///   - location: μ; 0 is that of the distribution in tables.
  ///   - scale: σ; 1 is that of the distribution in tables.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless all are finite, the degrees
  ///   of freedom from 1e-100 to 1e100 and the scale above zero.
  public init(degreesOfFreedom: Double, location: Double = 0, scale: Double = 1) throws(LearningError) {
    try Self.require(
      degreesOfFreedom >= 1e-100 && degreesOfFreedom <= 1e100, "degrees of freedom", degreesOfFreedom,
      "from 1e-100 to 1e100")
    try Self.requireFinite(location, "location")
    try Self.requirePositive(scale, "scale")
    self.degreesOfFreedom = degreesOfFreedom
    self.location = location
    self.scale = scale
  }
}

extension StudentT {
  public var support: ClosedRange<Double> { -.infinity...Double.infinity }

  public var mean: Double { degreesOfFreedom > 1 ? location : .nan }
  public var variance: Double {
    if degreesOfFreedom > 2 { return scale * scale * (degreesOfFreedom / (degreesOfFreedom - 2)) }
    return degreesOfFreedom > 1 ? .infinity : .nan
  }
  public var skewness: Double { degreesOfFreedom > 3 ? 0 : .nan }
  public var excessKurtosis: Double {
    if degreesOfFreedom > 4 { return 6 / (degreesOfFreedom - 4) }
    return degreesOfFreedom > 2 ? .infinity : .nan
  }

  public var entropy: Double {
    let half = 0.5 * degreesOfFreedom
    return (half + 0.5) * Double.digammaIncrement(half, by: 0.5) - logConstant + .log(scale)
  }

  public func logDensity(_ x: Double) -> Double {
    let score = standardized(x)
    let z = abs(score.high)
    guard z < .infinity else { return z.isNaN ? .nan : -.infinity }
    // log √(1 + z²/ν), in the form that its size asks for.
    let ratio = z / degreesOfFreedom.squareRoot()
    let logRoot = ratio < 1e100 ? 0.5 * .log(onePlus: ratio * ratio) : Double.log(ratio)
    return logConstant - (degreesOfFreedom + 1) * logRoot - .log(scale)
  }

  /// -log (B(½, ν/2) √ν).
  private var logConstant: Double {
    let half = 0.5 * degreesOfFreedom
    return Double.logGammaIncrement(half, by: 0.5) - 0.5 * (.log(degreesOfFreedom) + .log(.pi))
  }

  private func standardized(_ x: Double) -> DoublePair {
    DoublePair(difference: x, location) / DoublePair(scale)
  }
}

extension StudentT {
  public func cumulative(_ x: Double) -> Double {
    let score = standardized(x)
    return score.high > 0 ? 1 - upperTail(score) : upperTail(-score)
  }

  public func survival(_ x: Double) -> Double {
    let score = standardized(x)
    return score.high < 0 ? 1 - upperTail(-score) : upperTail(score)
  }

  /// P(T > z) for z ≥ 0: half of Iₓ(ν/2, ½), where x = ν / (ν + z²).
  private func upperTail(_ z: DoublePair) -> Double {
    let half = 0.5 * degreesOfFreedom
    if z.high.isNaN { return .nan }
    if z.high == 0 { return 0.5 }
    // The first term of the series is all there is, and z² would overflow.
    if z.high > 1e20 * max(1, degreesOfFreedom.squareRoot()) {
      let power = Double.pow(degreesOfFreedom.squareRoot() / z.high, degreesOfFreedom)
      return 0.5 * power * .exp(-BetaTails.logScaledBeta(half, 0.5))
    }
    let point = UnitPair(odds: DoublePair(degreesOfFreedom), z * z)
    return 0.5 * BetaTails(half, 0.5, at: point).lower
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    if probability == 0.5 { return location }
    // One less a number is exact from ½ on.
    return probability < 0.5
      ? location - scale * upperScore(probability) : location + scale * upperScore(1 - probability)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try requireProbability(probability)
    if probability == 0.5 { return location }
    return probability < 0.5
      ? location + scale * upperScore(probability) : location - scale * upperScore(1 - probability)
  }

  /// The z > 0 with P(T > z) = `probability` < ½.
  private func upperScore(_ probability: Double) -> Double {
    let half = 0.5 * degreesOfFreedom
    if probability == 0 { return .infinity }
    let point = BetaPoint.solution(half, 0.5, .lower, 2 * probability)
    if point.x > 1e-290 { return (degreesOfFreedom * (point.y / point.x)).squareRoot() }
    // The first term of the series.
    let logarithm = (BetaTails.logScaledBeta(half, 0.5) + Double.log(2 * probability)) / degreesOfFreedom
    return degreesOfFreedom.squareRoot() * .exp(-logarithm)
  }

  /// A normal variable over the square root of a chi-squared one, in logarithms: those of few degrees of freedom are
  /// below all doubles.
  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    let normal = Normal.standard.sample(using: &generator)
    let half = 0.5 * degreesOfFreedom
    let logSpread = 0.5 * (Double.log(half) - generator.nextLogStandardGamma(shape: half))
    // As infinite as a quantile would be, but not NaN.
    return normal == 0 ? location : location + scale * normal * .exp(logSpread)
  }
}

extension StudentT {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        degreesOfFreedom: parameters.decode(Double.self, forKey: .degreesOfFreedom),
        location: parameters.decode(Double.self, forKey: .location),
        scale: parameters.decode(Double.self, forKey: .scale))
    }
  }

  /// "Student t(degrees of freedom 4)", "Student t(degrees of freedom 4, location 1, scale 2)"
  public var description: String {
    let freedom = "degrees of freedom \(degreesOfFreedom.formatted(digits: 6))"
    guard location != 0 || scale != 1 else { return "Student t(\(freedom))" }
    return "Student t(\(freedom), location \(location.formatted(digits: 6)), scale \(scale.formatted(digits: 6)))"
  }
}
