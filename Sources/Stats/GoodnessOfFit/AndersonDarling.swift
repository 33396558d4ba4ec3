public import Learning
internal import LinearAlgebra
internal import RealModule

/// The test of Anderson and Darling: how far is a sample's distribution function from a given one, the tails weighed as
/// heavily as the middle?
///
///     A² = -n - (1/n) Σ (2 i - 1) (log F(xᵢ) + log(1 - F(xₙ₊₁₋ᵢ))),  x ascending
///
/// Source: Anderson and Darling, A test of goodness of fit, Journal of the American Statistical Association 49, 1954,
/// doi:10.1080/01621459.1954.10501232.
public enum AndersonDarling {
  /// Tests whether a sample was drawn from `distribution`, all of whose parameters were known beforehand.
  ///
  /// The p-value is that of the limit for n → ∞, to full precision also in its tail, corrected for n as Marsaglia and
  /// Marsaglia do: to about 1e-3 for three values and 2e-4 from ten on. Their correction's -0.0006/n at certainty is
  /// taken out, so that small p-values stay in proportion. A value whose probability to either side is zero, as outside
  /// the support, makes the statistic infinite, and p zero.
  ///
  /// - Throws: `.tooFewSamples` without values, `.valueNotFinite`.
  ///
  /// Source: Marsaglia and Marsaglia, Evaluating the Anderson-Darling distribution, Journal of Statistical Software
  /// 9(2), 2004, doi:10.18637/jss.v009.i02.
  public static func test(
    _ sample: [Double], against distribution: some ContinuousDistribution
  ) throws(LearningError) -> HypothesisTest {
    try requireObservations(sample, atLeast: 1, for: "the Anderson-Darling test")
    let statistic = statistic(sample, distribution)
    return HypothesisTest(
      name: "Anderson-Darling", statistic: statistic,
      pValue: AndersonDarlingDistribution.survival(statistic, count: Double(sample.count)))
  }

  /// Tests whether a sample was drawn from a normal distribution of any mean and variance, those of the sample being
  /// taken (n - 1).
  ///
  /// The p-value is the formula of D'Agostino and Stephens for A² (1 + 0.75/n + 2.25/n²), made for n ≥ 8 and p from
  /// about 1e-6 to 0.9; as `ad.test` of R's nortest. From a corrected statistic of 10 on it is their 3.7e-24.
  ///
  /// - Throws: `.tooFewSamples` for fewer than 8 values, `.valueNotFinite`, `.noVariation` where all are equal.
  ///
  /// Source: D'Agostino and Stephens, Goodness-of-Fit Techniques, Dekker, 1986, table 4.9.
  public static func testNormality(_ sample: [Double]) throws(LearningError) -> HypothesisTest {
    try requireObservations(sample, atLeast: 8, for: "the Anderson-Darling test of normality")
    let moments = try SampleMoments(of: sample, upTo: .second)
    let deviation = moments.standardDeviation()
    guard deviation > 0 else { throw .noVariation }
    let statistic = statistic(sample, try Normal(mean: moments.mean, standardDeviation: deviation))
    let n = Double(sample.count)
    return HypothesisTest(
      name: "Anderson-Darling, normal with estimated mean and variance", statistic: statistic,
      pValue: normalityPValue(corrected: statistic * (1 + 0.75 / n + 2.25 / (n * n))))
  }

  private static func statistic(_ sample: [Double], _ distribution: some ContinuousDistribution) -> Double {
    let sorted = sample.sorted()
    let n = Double(sorted.count)
    // Σ (2 i - 1) = n²: each term is measured from its share of -n, so that small statistics keep their digits.
    var sum = 0.0
    for (index, x) in sorted.enumerated() {
      let weight = 2 * Double(index) + 1
      sum += weight * (1 + distribution.logCumulative(x) + distribution.logSurvival(sorted[sorted.count - 1 - index]))
    }
    return -sum / n
  }

  private static func normalityPValue(corrected a: Double) -> Double {
    switch a {
    case ..<0.2: -.expMinusOne(-13.436 + a * (101.14 - 223.73 * a))
    case ..<0.34: -.expMinusOne(-8.318 + a * (42.796 - 59.938 * a))
    case ..<0.6: .exp(0.9177 - a * (4.279 + 1.38 * a))
    case ..<10: .exp(1.2937 - a * (5.709 - 0.0186 * a))
    default: 3.7e-24
    }
  }
}
