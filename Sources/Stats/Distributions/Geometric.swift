public import Learning
internal import LinearAlgebra
internal import RealModule

/// The geometric distribution: the failures before the first success of independent trials.
///
///     P(X = k) = p (1 - p)ᵏ,  k = 0, 1, 2, ...
///
/// As in R. SciPy's `geom` counts the trials, the success included: its values are larger by one.
public struct Geometric: DiscreteDistribution {
  public static let name = "geometric"

  /// p, the probability of a success.
  public let probability: Double

  /// - Parameter probability: p, from 2⁻⁵² to 1; below, quantiles would be larger than an `Int`.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` for one outside.
  public init(probability: Double) throws(LearningError) {
    try Self.require(
      probability >= .ulpOfOne && probability <= 1, "probability", probability, "from \(Double.ulpOfOne) to 1")
    self.probability = probability
  }

  /// From 0; nothing else where a success is certain.
  public var support: ClosedRange<Int> { probability == 1 ? 0...0 : 0...Int.max }

  public var mean: Double { (1 - probability) / probability }
  public var variance: Double { (1 - probability) / probability / probability }
  /// NaN where a success is certain.
  public var skewness: Double {
    probability == 1 ? .nan : (2 - probability) / (1 - probability).squareRoot()
  }
  /// NaN where a success is certain.
  public var excessKurtosis: Double {
    probability == 1 ? .nan : 6 + probability * probability / (1 - probability)
  }
  public var entropy: Double {
    probability == 1 ? 0 : -.log(probability) - mean * logFailure
  }

  /// log(1 - p)
  private var logFailure: Double { .log(onePlus: -probability) }

  public func logDensity(_ x: Int) -> Double {
    guard support.contains(x) else { return -.infinity }
    return x == 0 ? .log(probability) : .log(probability) + Double(x) * logFailure
  }

  public func cumulative(_ x: Int) -> Double {
    x < 0 ? 0 : -.expMinusOne((Double(x) + 1) * logFailure)
  }

  public func survival(_ x: Int) -> Double {
    guard x >= 0 else { return 1 }
    guard probability < 1 else { return 0 }
    // log(1 - p) to more digits than logFailure has: the exponential multiplies its error by k.
    let logFailure = DoublePair(difference: 1, probability).logarithm
    return (logFailure * (Double(x) + 1)).exponential
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: .log(onePlus: -probability) / logFailure - 1)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: .log(probability) / logFailure - 1)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    // At most 37 · 2⁵².
    Int(.log(generator.nextInnerUniform()) / logFailure)
  }
}

extension Geometric {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(probability: parameters.decode(Double.self, forKey: .probability))
    }
  }

  /// "geometric(probability 0.3)"
  public var description: String { "geometric(probability \(probability.formatted(digits: 6)))" }
}
