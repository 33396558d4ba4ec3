public import Learning
internal import LinearAlgebra

/// A quantile-quantile plot in numbers: the values of a sample against what a distribution would give in their place.
///
///     let plot = try QuantileQuantile(of: measurements, against: Normal.standard)
///     plot.theoretical, plot.sample     // the points
///     plot.slope, plot.intercept        // the line: about the standard deviation and the mean here
///
/// The points of a sample from the distribution, or from one that differs in location and scale only, lie about a line.
///
/// The i-th smallest of n values stands at the probability (i - 1/2) / n, for n ≤ 10 at (i - 3/8) / (n + 1/4), as in
/// R's `ppoints` and `qqnorm`.
///
/// Source: Wilk and Gnanadesikan, Probability plotting methods for the analysis of data, Biometrika 55(1), 1968,
/// doi:10.1093/biomet/55.1.1; Blom, Statistical Estimates and Transformed Beta-Variables, Wiley, 1958, for 3/8.
public struct QuantileQuantile: Hashable, Sendable {
  /// The distribution's quantiles, ascending.
  public let theoretical: [Double]
  /// The sample, ascending.
  public let sample: [Double]
  /// The line sample = intercept + slope · theoretical through the quartiles of both, as R's `qqline`: values far out
  /// do not move it.
  public let intercept, slope: Double
  /// Of the points; near 1 where they lie on a line. Zero where all values are equal.
  public let correlation: Double

  /// - Throws: `.tooFewSamples` for fewer than 2 values, `.valueNotFinite`.
  /// - Complexity: O(n log n), and n quantiles of the distribution.
  public init(of sample: [Double], against distribution: some ContinuousDistribution) throws(LearningError) {
    try requireObservations(sample, atLeast: 2, for: "a quantile-quantile plot")
    let sorted = sample.sorted()
    theoretical = try (1...sorted.count).map { rank throws(LearningError) in
      try Self.quantile(rank, of: sorted.count, distribution)
    }
    self.sample = sorted
    let x = (try distribution.quantile(0.25), try distribution.upperQuantile(0.25))
    let y = (
      QuantileMethod.linear.quantile(0.25, ofSorted: sorted), QuantileMethod.linear.quantile(0.75, ofSorted: sorted)
    )
    slope = (y.1 - y.0) / (x.1 - x.0)
    intercept = y.0 - slope * x.0
    let points = zip(theoretical, sorted).map { [$0, $1] }
    correlation = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try Matrix(rows: points).correlation()[0, 1]
    }
  }

  /// The quantile at the rank's plotting position, from the nearer end.
  private static func quantile(
    _ rank: Int, of count: Int, _ distribution: some ContinuousDistribution
  ) throws(LearningError) -> Double {
    let offset = count <= 10 ? 0.375 : 0.5
    let span = Double(count) + 1 - 2 * offset
    return 2 * rank <= count
      ? try distribution.quantile((Double(rank) - offset) / span)
      : try distribution.upperQuantile((Double(count + 1 - rank) - offset) / span)
  }
}
