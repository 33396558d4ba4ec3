/// S(x) = sign(x) max(|x| - t, 0): moves a number towards zero by a threshold t ≥ 0, and to exactly zero if it is
/// nearer than that. The minimum over z of (z - x)²/2 + t |z|.
///
///     SoftThreshold(1)(3)     // 2
///     SoftThreshold(1)(-0.5)  // 0
///
/// Source: D. L. Donoho and I. M. Johnstone, Ideal spatial adaptation by wavelet shrinkage, Biometrika 81(3), 1994,
/// doi:10.1093/biomet/81.3.425.
public struct SoftThreshold: Hashable, Sendable, Codable {
  public let threshold: Double

  @inlinable
  public init(_ threshold: Double) {
    precondition(threshold >= 0, "The threshold is \(threshold); it must be zero or positive")
    self.threshold = threshold
  }

  @inlinable
  public func callAsFunction(_ x: Double) -> Double {
    if x > threshold { return x - threshold }
    // In this order NaN stays NaN.
    return x >= -threshold ? 0 : x + threshold
  }
}
