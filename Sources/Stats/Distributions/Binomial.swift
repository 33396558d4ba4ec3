internal import LinearAlgebra
public import Learning
internal import RealModule

/// The binomial distribution: successes in n independent trials of probability p.
///
/// Cumulative probabilities are accurate to 1e-13 in both tails, for any number of trials.
public struct Binomial: DiscreteDistribution {
  public static let name = "binomial"

  /// The number of trials n; 0 is allowed.
  public let trials: Int
  /// The probability p of a success, from 0 to 1.
  public let probability: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the trials are from 0 to
  ///   2⁵², beyond which counts are no exact doubles, and the probability is from 0 to 1.
  public init(trials: Int, probability: Double) throws(LearningError) {
    try Self.require(trials >= 0 && trials <= 1 << 52, "number of trials", Double(trials), "from 0 to 2^52")
    try Self.require(probability >= 0 && probability <= 1, "probability", probability, "from 0 to 1")
    self.trials = trials
    self.probability = probability
  }

  private var count: Double { Double(trials) }
  private var failure: Double { 1 - probability }
}

extension Binomial {
  public var support: ClosedRange<Int> {
    if probability == 0 { return 0...0 }
    return (probability == 1 ? trials : 0)...trials
  }

  public var mean: Double { count * probability }
  public var variance: Double { count * probability * failure }
  /// NaN where the variance is 0.
  public var skewness: Double { variance > 0 ? (failure - probability) / standardDeviation : .nan }
  /// NaN where the variance is 0.
  public var excessKurtosis: Double { variance > 0 ? (1 - 6 * probability * failure) / variance : .nan }

  /// To a relative 1e-10: a sum, with many trials an integral.
  public var entropy: Double {
    guard variance > 0 else { return 0 }
    // That of the rarer outcome is the same.
    let rare = min(probability, failure)
    let point = UnitPair(x: rare)
    return LatticeEntropy(
      logProbability: { Self.logProbability($0, trials: count, point) }, mean: count * rare,
      standardDeviation: standardDeviation, end: count, panelWidth: 4 * standardDeviation
    ).value()
  }

  public func logDensity(_ x: Int) -> Double {
    guard support.contains(x) else { return -.infinity }
    guard variance > 0 else { return 0 }
    return Self.logProbability(Double(x), trials: count, UnitPair(x: probability))
  }

  /// The logarithm of the probability of a count, between 0 and the trials, which need not be whole.
  static func logProbability(_ k: Double, trials: Double, _ point: UnitPair) -> Double {
    if k <= 0 { return (point.y.logarithm * trials).value }
    if k >= trials { return (point.x.logarithm * trials).value }
    return BetaTails.logPower(k, trials - k, point) - .log(k) - .log(onePlus: -k / trials)
  }

  public func cumulative(_ x: Int) -> Double { tails(x).upper }
  public func survival(_ x: Int) -> Double { tails(x).lower }

  /// More than `x` successes have the probability Iₚ(x + 1, n - x).
  private func tails(_ x: Int) -> BetaTails {
    if x < support.lowerBound { return BetaTails(upper: 0) }
    if x >= support.upperBound { return BetaTails(lower: 0) }
    return BetaTails(Double(x) + 1, count - Double(x), at: UnitPair(x: probability))
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: guess(.lower, probability))
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: guess(.upper, probability))
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    Int(clamping: generator.nextBinomial(trials: count, probability: probability))
  }
}

extension Binomial {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        trials: parameters.decode(Int.self, forKey: .trials),
        probability: parameters.decode(Double.self, forKey: .probability))
    }
  }

  /// "binomial(trials 10, probability 0.3)"
  public var description: String { "binomial(trials \(trials), probability \(probability.formatted(digits: 6)))" }
}
