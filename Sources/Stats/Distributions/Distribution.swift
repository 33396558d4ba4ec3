internal import RealModule

/// A probability distribution: a value with its parameters, that tells densities and gives samples.
///
///     let heights = try Normal(mean: 178, standardDeviation: 7)
///     heights.survival(190)                       // 0.043…
///     let sample = heights.samples(1000, using: &generator)
///
/// Functions are total, as those of swift-numerics are: NaN gives NaN, outside the support the density is zero.
public protocol Distribution: Sendable, Hashable, Codable, CustomStringConvertible {
  associatedtype Value: Sendable

  /// What it is called in a sentence: "normal", "negative binomial".
  static var name: String { get }

  /// The logarithm of the density at `x`, of the probability where the distribution is discrete; -∞ outside the
  /// support.
  func logDensity(_ x: Value) -> Double

  /// The differential entropy, -E log p(X), in nats; the entropy where the distribution is discrete.
  var entropy: Double { get }

  /// One draw.
  func sample(using generator: inout some RandomNumberGenerator) -> Value

  /// Independent draws. The same generator gives the same draws; they need not be those of repeated calls of
  /// ``sample(using:)``.
  func samples(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Value]
}

extension Distribution {
  /// The density at `x`, the probability where the distribution is discrete; zero outside the support.
  public func density(_ x: Value) -> Double { .exp(logDensity(x)) }

  public func samples(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Value] {
    precondition(count >= 0, "There are no \(count) samples")
    var samples: [Value] = []
    samples.reserveCapacity(count)
    for _ in 0..<count { samples.append(sample(using: &generator)) }
    return samples
  }

  /// ``sample(using:)`` with the system's generator.
  public func sample() -> Value {
    var generator = SystemRandomNumberGenerator()
    return sample(using: &generator)
  }

  /// ``samples(_:using:)`` with the system's generator.
  public func samples(_ count: Int) -> [Value] {
    var generator = SystemRandomNumberGenerator()
    return samples(count, using: &generator)
  }
}
