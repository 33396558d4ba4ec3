public import Learning
internal import LinearAlgebra
internal import RealModule

/// The Bernoulli distribution: 1 with a probability, else 0.
///
///     P(X = 1) = p,  P(X = 0) = 1 - p
public struct Bernoulli: DiscreteDistribution {
  public static let name = "Bernoulli"

  /// p, the probability of a 1; from 0 to 1, ends included.
  public let probability: Double

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the probability is from 0 to
  ///   1.
  public init(probability: Double) throws(LearningError) {
    try Self.require(probability >= 0 && probability <= 1, "probability", probability, "from 0 to 1")
    self.probability = probability
  }

  /// 0 to 1; one of them alone where it is certain.
  public var support: ClosedRange<Int> {
    probability == 0 ? 0...0 : probability == 1 ? 1...1 : 0...1
  }

  public var mean: Double { probability }
  public var variance: Double { probability * (1 - probability) }
  /// NaN where one value is certain.
  public var skewness: Double {
    variance == 0 ? .nan : (1 - 2 * probability) / standardDeviation
  }
  /// NaN where one value is certain.
  public var excessKurtosis: Double {
    variance == 0 ? .nan : (1 - 6 * variance) / variance
  }
  public var entropy: Double {
    guard probability < 1 else { return 0 }
    return .negativeXLogX(probability) - (1 - probability) * .log(onePlus: -probability)
  }

  public func logDensity(_ x: Int) -> Double {
    switch x {
    case 0: .log(onePlus: -probability)
    case 1: .log(probability)
    default: -.infinity
    }
  }

  public func cumulative(_ x: Int) -> Double {
    x < 0 ? 0 : x < 1 ? 1 - probability : 1
  }

  public func survival(_ x: Int) -> Double {
    x < 0 ? 1 : x < 1 ? probability : 0
  }

  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: 0)
  }

  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: 0)
  }

  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    generator.nextUniform() < probability ? 1 : 0
  }
}

extension Bernoulli {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(probability: parameters.decode(Double.self, forKey: .probability))
    }
  }

  /// "Bernoulli(probability 0.3)"
  public var description: String { "Bernoulli(probability \(probability.formatted(digits: 6)))" }
}
