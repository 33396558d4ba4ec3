public import Learning
internal import LinearAlgebra

/// The test of Kolmogorov and Smirnov: how far is a sample's distribution function from a given one, or from that of
/// another sample?
///
///     let kolmogorov = KolmogorovSmirnov()
///     try kolmogorov.test(measurements, against: Normal(mean: 299.8, standardDeviation: 0.08))
///     try kolmogorov.test(treated, against: control)
///
/// The statistic is D⁺ = max(F̂ - F), D⁻ = max(F - F̂), or the larger of the two. It is most sensitive in the middle of
/// the distribution; ``AndersonDarling`` weighs the tails.
///
/// The distribution must be known beforehand. Where its parameters were estimated from the same sample it is closer to
/// it than the true one, and p is far too large (Lilliefors 1967, doi:10.1080/01621459.1967.10482916).
///
/// Source: Kolmogorov, Giornale dell'Istituto Italiano degli Attuari 4, 1933; Smirnov, Annals of Mathematical
/// Statistics 19(2), 1948, doi:10.1214/aoms/1177730256.
public struct KolmogorovSmirnov: Hashable, Sendable, Codable {
  /// Two-sided by default. With ``Alternative/greater`` the sample's distribution function lies above the other's
  /// somewhere, so that its values tend to be smaller; as in R and SciPy.
  public var alternative: Alternative

  public init(alternative: Alternative = .twoSided) {
    self.alternative = alternative
  }

  /// Tests whether a sample was drawn from `distribution`.
  ///
  /// The p-value is exact to about 1e-10 of itself up to 10,000 values: one-sided by the sum of Birnbaum and Tingey,
  /// which also gives the two-sided tail from n D² = 5 on (there D⁺ and D⁻ are not both large, but for 1e-13 of the
  /// probability), and below by the matrix of Durbin. With more values the series of Pelz and Good takes the place of
  /// the matrix; its error is below 1e-8. Equal values do no harm, but a continuous distribution does not give them:
  /// rounded data make p too small.
  ///
  /// - Throws: `.tooFewSamples` without values, `.valueNotFinite`.
  /// - Complexity: O(n log n), and O(n³ᐟ²) for the two-sided p-value up to 10,000 values.
  public func test(
    _ sample: [Double], against distribution: some ContinuousDistribution
  ) throws(LearningError) -> HypothesisTest {
    try requireObservations(sample, atLeast: 1, for: "the Kolmogorov-Smirnov test")
    let n = Double(sample.count)
    var (above, below) = (0.0, 0.0)
    for (rank, x) in sample.sorted().enumerated() {
      let expected = distribution.cumulative(x)
      above = max(above, (Double(rank) + 1) / n - expected)
      below = max(below, expected - Double(rank) / n)
    }
    let statistic = alternative.largest(above: above, below: below)
    let pValue =
      alternative == .twoSided
      ? KolmogorovDistribution.survival(statistic, count: sample.count)
      : KolmogorovDistribution.oneSidedSurvival(statistic, count: sample.count)
    return HypothesisTest(name: name("Kolmogorov-Smirnov"), statistic: statistic, pValue: pValue)
  }

  func name(_ test: String) -> String {
    alternative == .twoSided ? test : "\(test), \(alternative.rawValue)"
  }
}

extension Alternative {
  /// The statistic of the test from its two one-sided ones.
  func largest<Number: Comparable>(above: Number, below: Number) -> Number {
    switch self {
    case .twoSided: max(above, below)
    case .greater: above
    case .less: below
    }
  }
}
