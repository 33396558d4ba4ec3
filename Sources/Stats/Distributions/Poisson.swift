internal import LinearAlgebra
public import Learning
internal import RealModule

/// The Poisson distribution, of counts with the probability exp(-λ) λᵏ / k!.
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for means of any size.
public struct Poisson: DiscreteDistribution {
  public static let name = "Poisson"

  /// The mean λ. With 0 the count is always 0.
  public let mean: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the mean is from 0 to 2⁵²,
  ///   beyond which counts are no exact doubles.
  public init(mean: Double) throws(LearningError) {
    try Self.require(mean >= 0 && mean <= 0x1p52, "mean", mean, "from 0 to 2^52")
    self.mean = mean
  }
}

extension Poisson {
  public var support: ClosedRange<Int> { 0...(mean > 0 ? Int.max : 0) }
  public var variance: Double { mean }
  /// NaN where the mean is 0.
  public var skewness: Double { mean > 0 ? 1 / mean.squareRoot() : .nan }
  /// NaN where the mean is 0.
  public var excessKurtosis: Double { mean > 0 ? 1 / mean : .nan }

  /// To a relative 1e-10: a sum, from a mean of 1000 on an asymptotic series in 1 / λ.
  public var entropy: Double {
    if mean == 0 { return 0 }
    guard mean >= 1000 else {
      return LatticeEntropy(
        logProbability: logProbability, mean: mean, standardDeviation: standardDeviation, end: .infinity,
        panelWidth: .infinity
      ).value()
    }
    let inverse = 1 / mean
    let series = inverse * (1 / 12.0 + inverse * (1 / 24.0 + inverse * 19 / 360.0))
    return 0.5 + Double.halfLogTwoPi + 0.5 * .log(mean) - series
  }

  public func logDensity(_ x: Int) -> Double {
    if x < 0 { return -.infinity }
    return mean > 0 ? logProbability(Double(x)) : x == 0 ? 0 : -.infinity
  }

  private func logProbability(_ count: Double) -> Double {
    count == 0 ? -mean : GammaTails.logTerm(count, DoublePair(mean))
  }

  public func cumulative(_ x: Int) -> Double {
    x < 0 ? 0 : GammaTails(shape: Double(x) + 1, at: mean).upper
  }

  public func survival(_ x: Int) -> Double {
    x < 0 ? 1 : GammaTails(shape: Double(x) + 1, at: mean).lower
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: guess(.lower, probability))
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: guess(.upper, probability))
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    Int(clamping: generator.nextPoisson(mean: mean))
  }
}

extension Poisson {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(mean: parameters.decode(Double.self, forKey: .mean))
    }
  }

  /// "Poisson(mean 2.5)"
  public var description: String { "Poisson(mean \(mean.formatted(digits: 6)))" }
}
