internal import LinearAlgebra
public import Learning
internal import RealModule

/// The negative binomial distribution: failures before the r-th success, of independent trials of probability p.
///
///     P(X = k) = Γ(k + r) / (k! Γ(r)) pʳ (1 - p)ᵏ
///
/// The size r need not be whole: a Poisson variable whose mean has the gamma distribution of shape r has this
/// distribution, of variance m + m²/r for the mean m. Cumulative probabilities are accurate to 1e-13 in both tails.
public struct NegativeBinomial: DiscreteDistribution {
  public static let name = "negative binomial"

  /// The size r, above zero; its reciprocal is called dispersion.
  public let size: Double
  /// The probability p of a success, above 0, at most 1.
  public let probability: Double
  /// 1 - p, to its own precision where p is nearly 1.
  public let failureProbability: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the size is a finite number
  ///   above zero, the probability above 0 and at most 1, and the mean at most 2⁵², beyond which counts are no exact
  ///   doubles.
  public init(size: Double, probability: Double) throws(LearningError) {
    try self.init(size: size, probability: probability, failureProbability: 1 - probability)
  }

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the mean is from 0 to 2⁵²
  ///   and the size a finite number above zero.
  public init(mean: Double, size: Double) throws(LearningError) {
    try Self.requirePositive(size, "size")
    try Self.requireMean(mean)
    try self.init(size: size, probability: size / (size + mean), failureProbability: mean / (size + mean))
  }

  private init(size: Double, probability: Double, failureProbability: Double) throws(LearningError) {
    try Self.requirePositive(size, "size")
    try Self.require(
      probability > 0 && probability <= 1, "probability of a success", probability, "above 0 and at most 1")
    try Self.require(
      abs(probability + failureProbability - 1) <= 0x1p-52, "probability of a failure", failureProbability,
      "one less that of a success")
    try Self.require(failureProbability >= 0, "probability of a failure", failureProbability, "zero or more")
    self.size = size
    self.probability = probability
    self.failureProbability = failureProbability
    // A mean given at the limit may come back an ulp above it.
    try Self.requireMean(mean * (1 - 0x1p-50))
  }

  private static func requireMean(_ mean: Double) throws(LearningError) {
    try require(mean >= 0 && mean <= 0x1p52, "mean", mean, "from 0 to 2^52")
  }

  private var point: UnitPair { UnitPair(x: probability, y: failureProbability) }
}

extension NegativeBinomial {
  public var support: ClosedRange<Int> { 0...(failureProbability > 0 ? Int.max : 0) }

  public var mean: Double { size * failureProbability / probability }
  public var variance: Double { mean / probability }
  /// NaN where the variance is 0.
  public var skewness: Double {
    variance > 0 ? (1 + failureProbability) / (size * failureProbability).squareRoot() : .nan
  }
  /// NaN where the variance is 0.
  public var excessKurtosis: Double {
    variance > 0 ? (6 + probability * (probability / failureProbability)) / size : .nan
  }

  /// To a relative 1e-10: a sum, with large means an integral.
  public var entropy: Double {
    guard variance > 0 else { return 0 }
    return LatticeEntropy(
      logProbability: logProbability, mean: mean, standardDeviation: standardDeviation, end: .infinity,
      // Of a small size the density is a power of k and an exponential, of a large one a bell.
      panelWidth: size < 1 ? .infinity : 4 * standardDeviation
    ).value()
  }

  public func logDensity(_ x: Int) -> Double {
    guard support.contains(x) else { return -.infinity }
    return variance > 0 ? logProbability(Double(x)) : 0
  }

  private func logProbability(_ count: Double) -> Double {
    if count == 0 { return (point.x.logarithm * size).value }
    return BetaTails.logPower(size, count, point) - .log(count)
  }

  public func cumulative(_ x: Int) -> Double { tails(x).lower }
  public func survival(_ x: Int) -> Double { tails(x).upper }

  /// At most `x` failures have the probability Iₚ(r, x + 1).
  private func tails(_ x: Int) -> BetaTails {
    if x < 0 { return BetaTails(lower: 0) }
    if x >= support.upperBound { return BetaTails(upper: 0) }
    return BetaTails(size, Double(x) + 1, at: point)
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: guess(.lower, probability))
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: guess(.upper, probability))
  }

  /// A Poisson variable whose mean is a gamma variable; one too large for an `Int` is the largest `Int`.
  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    let mean = generator.nextStandardGamma(shape: size) * (failureProbability / probability)
    return Int(clamping: generator.nextPoisson(mean: mean))
  }
}

extension NegativeBinomial {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        size: parameters.decode(Double.self, forKey: .size),
        probability: parameters.decode(Double.self, forKey: .probability),
        failureProbability: parameters.decode(Double.self, forKey: .failureProbability))
    }
  }

  /// "negative binomial(size 3, probability 0.25)"
  public var description: String {
    "negative binomial(size \(size.formatted(digits: 6)), probability \(probability.formatted(digits: 6)))"
  }
}
