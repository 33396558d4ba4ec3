public import Learning
internal import LinearAlgebra
internal import RealModule

/// A distribution on the first whole numbers, by a probability for each.
///
///     P(X = k) = pₖ,  k = 0, ..., K - 1
public struct Categorical: DiscreteDistribution {
  public static let name = "categorical"

  /// p₀ to p of K - 1; zero or above, of sum 1.
  public let probabilities: [Double]
  /// P(X ≤ k).
  private let lowerSums: [Double]
  /// P(X > k).
  private let upperSums: [Double]
  public let support: ClosedRange<Int>

  private enum CodingKeys: String, CodingKey { case probabilities }

  /// - Parameter probabilities: of 0, 1, 2, ...; zero or above. They sum to 1 to within 1e-9; the sum's own rounding
  ///   errors apart they are then divided by it. Frequencies are to be divided by their sum first.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` for other numbers, and for none.
  public init(probabilities: [Double]) throws(LearningError) {
    try Self.require(!probabilities.isEmpty, "number of categories", 0, "at least 1")
    for (k, probability) in probabilities.enumerated() {
      try Self.require(
        probability >= 0 && probability.isFinite, "probability of category \(k)", probability, "from 0 to 1")
    }
    let sum = probabilities.reduce(0, +)
    try Self.require(abs(sum - 1) <= 1e-9, "sum of the probabilities", sum, "1, to within 1e-9")
    // A sum that is 1 but for rounding is left alone, so that dividing once more changes nothing.
    let isNormalized = abs(sum - 1) <= Double(probabilities.count) * .ulpOfOne
    let probabilities = isNormalized ? probabilities : probabilities.map { $0 / sum }

    self.probabilities = probabilities
    lowerSums = Self.partialSums(probabilities)
    upperSums = Self.partialSums(probabilities.reversed()).dropLast().reversed() + [0]
    let first = probabilities.firstIndex { $0 > 0 } ?? 0
    support = first...(probabilities.lastIndex { $0 > 0 } ?? first)
  }

  /// The sums of the first numbers, up to each; 1 from the last on that adds to it.
  private static func partialSums(_ probabilities: [Double]) -> [Double] {
    let last = probabilities.lastIndex { $0 > 0 } ?? 0
    var sum = 0.0
    return probabilities.enumerated().map { k, probability in
      sum += probability
      return k < last ? min(sum, 1) : 1
    }
  }

  /// K.
  public var count: Int { probabilities.count }

  public var mean: Double { expectation { $0 } }
  public var variance: Double { centralMoment(2) }
  /// NaN where one value is certain.
  public var skewness: Double { centralMoment(3) / (variance * standardDeviation) }
  /// NaN where one value is certain.
  public var excessKurtosis: Double { centralMoment(4) / (variance * variance) - 3 }
  public var entropy: Double { probabilities.reduce(0) { $0 + .negativeXLogX($1) } }

  private func expectation(_ function: (Double) -> Double) -> Double {
    probabilities.enumerated().reduce(0) { $0 + $1.element * function(Double($1.offset)) }
  }

  private func centralMoment(_ order: Int) -> Double {
    // A single value's mean is that value; rounding must not give it a variance.
    guard support.count > 1 else { return 0 }
    let mean = mean
    return expectation { .pow($0 - mean, order) }
  }

  public func logDensity(_ x: Int) -> Double {
    probabilities.indices.contains(x) ? .log(probabilities[x]) : -.infinity
  }

  public func cumulative(_ x: Int) -> Double {
    x < 0 ? 0 : x < count ? lowerSums[x] : 1
  }

  public func survival(_ x: Int) -> Double {
    x < 0 ? 1 : x < count ? upperSums[x] : 0
  }

  /// - Complexity: log K.
  public func quantile(_ probability: Double) throws(LearningError) -> Int {
    try quantile(probability, near: 0)
  }

  /// - Complexity: log K.
  public func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try upperQuantile(probability, near: 0)
  }

  /// - Complexity: log K.
  public func sample(using generator: inout some RandomNumberGenerator) -> Int {
    let uniform = generator.nextUniform()
    return smallest(near: 0) { cumulative($0) > uniform }
  }
}

extension Categorical {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(probabilities: parameters.decode([Double].self, forKey: .probabilities))
    }
  }

  /// "categorical(probabilities 0.2, 0.3, 0.5)"; "categorical(1000 categories)" where there are more than eight.
  public var description: String {
    guard count <= 8 else { return "categorical(\(count) categories)" }
    return "categorical(probabilities \(probabilities.map { $0.formatted(digits: 6) }.joined(separator: ", ")))"
  }
}
