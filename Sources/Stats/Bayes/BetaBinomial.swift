public import Learning
internal import LinearAlgebra
internal import RealModule

/// The beta-binomial distribution: of the successes in n trials whose common probability of success is beta
/// distributed.
///
///     P(X = k) = C(n, k) B(k + α, n - k + β) / B(α, β),  k = 0, ..., n
///
/// Its tails are in BetaBinomial+Tails.swift.
public struct BetaBinomial: DiscreteDistribution {
  public static let name = "beta-binomial"

  /// n.
  public let trials: Int
  /// The shapes α and β of the probability of success, above zero.
  public let alpha, beta: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the trials are from 0 to
  ///   2⁵², beyond which counts are no exact doubles, and both shapes finite and above zero.
  public init(trials: Int, alpha: Double, beta: Double) throws(LearningError) {
    try Self.require(trials >= 0 && trials <= 1 << 52, "number of trials", Double(trials), "from 0 to 2^52")
    try Self.requirePositive(alpha, "alpha")
    try Self.requirePositive(beta, "beta")
    self.trials = trials
    self.alpha = alpha
    self.beta = beta
  }

  public var support: ClosedRange<Int> { 0...trials }

  private var n: Double { Double(trials) }
  /// α + β.
  private var total: Double { alpha + beta }
  /// α / (α + β) and its complement.
  private var success: Double { alpha / total }
  private var failure: Double { beta / total }

  public var mean: Double { n * success }
  public var variance: Double { n * success * failure * ((total + n) / (total + 1)) }

  /// NaN where there are no trials.
  public var skewness: Double {
    guard trials > 0 else { return .nan }
    return (failure - success) * ((total + 2 * n) / (total + 2))
      * ((total + 1) / (n * success * failure * (total + n))).squareRoot()
  }

  /// NaN where there are no trials.
  public var excessKurtosis: Double {
    guard trials > 0 else { return .nan }
    let product = success * failure
    let square = total * (total - 1 + 6 * n) + 6 * n * n
      + 3 * product * (total * (total * (n - 2) - n * (6 - n)) - 6 * n * n)
    return square * (total + 1) / (n * product * (total + 2) * (total + 3) * (total + n)) - 3
  }

  /// - Complexity: O(n).
  public var entropy: Double { support.reduce(0) { $0 + .negativeXLogX(density($1)) } }

  public func logDensity(_ x: Int) -> Double {
    guard support.contains(x) else { return -.infinity }
    let (k, rest) = (Double(x), Double(trials - x))
    return .logBeta(k + alpha, rest + beta) - .logBeta(alpha, beta) - .logBeta(k + 1, rest + 1) - .log(n + 1)
  }

  /// A binomial variable whose probability is a beta variable.
  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    // As odds, so that a probability near 1 keeps the digits of its distance to 1.
    let logOdds = generator.nextLogStandardGamma(shape: alpha) - generator.nextLogStandardGamma(shape: beta)
    let rarer = 1 / (1 + Double.exp(abs(logOdds)))
    let count = generator.nextBinomial(trials: n, probability: rarer)
    return Int(logOdds < 0 ? count : n - count)
  }
}

extension BetaBinomial {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        trials: parameters.decode(Int.self, forKey: .trials), alpha: parameters.decode(Double.self, forKey: .alpha),
        beta: parameters.decode(Double.self, forKey: .beta))
    }
  }

  /// "beta-binomial(trials 10, alpha 2, beta 3)"
  public var description: String {
    "beta-binomial(trials \(trials), alpha \(alpha.formatted(digits: 6)), beta \(beta.formatted(digits: 6)))"
  }
}
