public import Learning
internal import LinearAlgebra
internal import RealModule

/// The normal, or Gaussian, distribution.
///
///     f(x) = exp(-z²/2) / (σ √(2π)),  z = (x - μ) / σ
///
/// Its tails are in Normal+Tails.swift: they keep their digits to z = ±38, where a `Double` ends, and in logarithms far
/// beyond.
public struct Normal: ContinuousDistribution {
  public static let name = "normal"

  /// Mean 0 and standard deviation 1.
  public static let standard = Normal(validMean: 0, standardDeviation: 1)

  /// μ.
  public let mean: Double
  /// σ, above zero.
  public let standardDeviation: Double

  /// - Parameters:
  ///   - mean: μ, in the unit of x.
  ///   - standardDeviation: σ, in the unit of x. Not the variance.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless both are finite and the
  ///   standard deviation is above zero.
  public init(mean: Double, standardDeviation: Double) throws(LearningError) {
    try Self.requireFinite(mean, "mean")
    try Self.requirePositive(standardDeviation, "standard deviation")
    self.init(validMean: mean, standardDeviation: standardDeviation)
  }

  /// Of parameters that were checked already.
  init(validMean mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  public var support: ClosedRange<Double> { -.infinity...Double.infinity }
  public var variance: Double { standardDeviation * standardDeviation }
  public var skewness: Double { 0 }
  public var excessKurtosis: Double { 0 }
  public var entropy: Double { 0.5 + Self.logRootTwoPi + .log(standardDeviation) }

  public func logDensity(_ x: Double) -> Double {
    let z = (x - mean) / standardDeviation
    return -0.5 * z * z - Self.logRootTwoPi - .log(standardDeviation)
  }

  /// log √(2π)
  static var logRootTwoPi: Double { .halfLogTwoPi }

  public func sample(using generator: inout some RandomNumberGenerator) -> Double {
    samples(1, using: &generator)[0]
  }

  public func samples(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Double] {
    precondition(count >= 0, "There are no \(count) samples")
    var samples = [Double](unsafeUninitializedCapacity: count) { target, initialized in
      generator.fillStandardNormal(UnsafeMutableBufferPointer(rebasing: target[..<count]))
      initialized = count
    }
    for index in samples.indices { samples[index] = mean + standardDeviation * samples[index] }
    return samples
  }
}

extension Normal {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(
        mean: parameters.decode(Double.self, forKey: .mean),
        standardDeviation: parameters.decode(Double.self, forKey: .standardDeviation))
    }
  }

  /// "normal(mean 0, standard deviation 1)"
  public var description: String {
    "normal(mean \(mean.formatted(digits: 6)), standard deviation \(standardDeviation.formatted(digits: 6)))"
  }
}
