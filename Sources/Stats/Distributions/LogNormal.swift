public import Learning
internal import LinearAlgebra
internal import RealModule

/// The log-normal distribution: of exp(Y) where Y is normal.
///
///     f(x) = exp(-z²/2) / (x σ √(2π)),  z = (log x - μ) / σ,  x > 0
///
/// SciPy's `lognorm` takes σ as its shape and exp(μ) as its scale.
public struct LogNormal: ContinuousDistribution {
  public static let name = "log-normal"

  /// μ, the mean of log X.
  public let logMean: Double
  /// σ, the standard deviation of log X, above zero.
  public let logStandardDeviation: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite and the
  ///   standard deviation is above zero.
  public init(logMean: Double, logStandardDeviation: Double) throws(LearningError) {
    try Self.requireFinite(logMean, "mean of the logarithm")
    try Self.requirePositive(logStandardDeviation, "standard deviation of the logarithm")
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
  }

  /// The distribution of log X.
  public var logarithm: Normal {
    Normal(validMean: logMean, standardDeviation: logStandardDeviation)
  }

  public var support: ClosedRange<Double> { 0...Double.infinity }
  public var mean: Double { .exp(logMean + logVariance / 2) }
  /// (exp(σ²) - 1) exp(2μ + σ²), with the factor that may overflow in one exponential.
  public var variance: Double { -.expMinusOne(-logVariance) * .exp(2 * (logMean + logVariance)) }
  public var skewness: Double { (spread + 3) * spread.squareRoot() }
  /// exp(4σ²) + 2 exp(3σ²) + 3 exp(2σ²) - 6, in powers of exp(σ²) - 1, where nothing cancels.
  public var excessKurtosis: Double { spread * (16 + spread * (15 + spread * (6 + spread))) }
  public var entropy: Double { logMean + logarithm.entropy }

  private var logVariance: Double { logStandardDeviation * logStandardDeviation }
  /// exp(σ²) - 1, the variance over the squared mean.
  private var spread: Double { .expMinusOne(logVariance) }

  public func logDensity(_ x: Double) -> Double {
    guard !(x <= 0) else { return -.infinity }
    let logX = Double.log(x)
    return logarithm.logDensity(logX) - logX
  }

  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : Normal.lowerTail(at: score(x))
  }

  public func survival(_ x: Double) -> Double {
    x <= 0 ? 1 : Normal.lowerTail(at: -score(x))
  }

  public func logCumulative(_ x: Double) -> Double {
    x <= 0 ? -.infinity : Normal.logLowerTail(at: score(x))
  }

  public func logSurvival(_ x: Double) -> Double {
    x <= 0 ? 0 : Normal.logLowerTail(at: -score(x))
  }

  private func score(_ x: Double) -> DoublePair {
    let logarithm = x.isFinite ? DoublePair(x).logarithm : DoublePair(x)
    return (logarithm + -logMean) / DoublePair(logStandardDeviation)
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Double {
    .exp(try logarithm.quantile(probability))
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    .exp(try logarithm.upperQuantile(probability))
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    .exp(logarithm.sample(using: &generator))
  }

  public func samples(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Double] {
    logarithm.samples(count, using: &generator).map(Double.exp)
  }
}

extension LogNormal {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        logMean: parameters.decode(Double.self, forKey: .logMean),
        logStandardDeviation: parameters.decode(Double.self, forKey: .logStandardDeviation))
    }
  }

  /// "log-normal(log mean 0, log standard deviation 1)"
  public var description: String {
    "log-normal(log mean \(logMean.formatted(digits: 6)), "
      + "log standard deviation \(logStandardDeviation.formatted(digits: 6)))"
  }
}
