import Stats

/// A side of a distribution, to be asked by the function that is accurate there.
enum Tail: CaseIterable {
  case lower, upper

  /// P(X ≤ x) or P(X > x).
  func probability<Subject: UnivariateDistribution>(_ distribution: Subject, _ x: Subject.Value) -> Double {
    self == .lower ? distribution.cumulative(x) : distribution.survival(x)
  }

  func quantile<Subject: UnivariateDistribution>(
    _ distribution: Subject, _ probability: Double
  ) throws -> Subject.Value {
    try self == .lower ? distribution.quantile(probability) : distribution.upperQuantile(probability)
  }

  /// From the middle to where numbers end. Not 1/2 itself, where a density may have its peak.
  static let probabilities = [
    0.45, 0.3, 0.2, 0.1, 0.02, 1e-3, 1e-5, 1e-10, 1e-16, 1e-25, 1e-50, 1e-100, 1e-200, 1e-300,
  ]
}

/// A value in a tail of a continuous distribution.
struct TailPoint {
  let tail: Tail
  let probability: Double
  let x: Double

  /// The quantiles of both tails. Those are left out that are not told apart from the end of the support, or would need
  /// numbers too small to be held to the full precision.
  static func all(of distribution: some ContinuousDistribution) -> [TailPoint] {
    Tail.allCases.flatMap { tail in
      Tail.probabilities.compactMap { probability in
        guard let x = try? tail.quantile(distribution, probability), x.isFinite else { return nil }
        return distribution.distanceFromEnds(x) > max(1e-290, 64 * x.ulp)
          ? TailPoint(tail: tail, probability: probability, x: x) : nil
      }
    }
  }
}

extension ContinuousDistribution {
  /// How far a value lies from the nearer end of the support.
  func distanceFromEnds(_ x: Double) -> Double {
    min(x - support.lowerBound, support.upperBound - x)
  }
}
