public import Learning

/// A likelihood of a probability, by successes and failures.
public protocol ProportionLikelihood: LikelihoodFunction {
  var successes: Double { get }
  var failures: Double { get }
}

extension Bernoulli.Likelihood: ProportionLikelihood {}

extension MaximumLikelihood where Function: ProportionLikelihood {
  /// Wilson's interval: the probabilities that the score test does not reject. It stays between 0 and 1, exists where
  /// all outcomes are the same, and has nearly the coverage that it claims.
  ///
  /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), 1927,
  /// doi:10.1080/01621459.1927.10502953.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func wilsonInterval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    let z = try normalQuantile(level: level)
    let (k, failures) = (likelihood.successes, likelihood.failures)
    let n = k + failures
    let spread = z * (k * failures / n + z * z / 4).squareRoot()
    let (middle, size) = (k + z * z / 2, n + z * z)
    return IntervalEstimate(
      lower: k == 0 ? 0 : (middle - spread) / size, upper: failures == 0 ? 1 : (middle + spread) / size, level: level)
  }

  /// The interval of Clopper and Pearson, by the binomial distribution itself: it covers at least as often as its level
  /// says, mostly more often.
  ///
  /// Source: C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in the case of the
  /// binomial, Biometrika 26(4), 1934, doi:10.1093/biomet/26.4.404.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func exactInterval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    let (k, failures) = (likelihood.successes, likelihood.failures)
    let tail = (1 - level) / 2
    return IntervalEstimate(
      lower: k == 0 ? 0 : try Beta(alpha: k, beta: failures + 1).quantile(tail),
      upper: failures == 0 ? 1 : try Beta(alpha: k + 1, beta: failures).upperQuantile(tail), level: level)
  }
}
