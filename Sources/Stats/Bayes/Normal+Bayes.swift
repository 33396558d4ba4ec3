public import Learning
internal import RealModule

/// The normal distribution as what is believed of the mean of another, whose standard deviation is known.
///
///     let prior = try Normal(mean: 100, standardDeviation: 15)
///     let posterior = try prior.posterior(given: Normal.Likelihood(scores), standardDeviation: 5)
///     posterior.mean                              // between 100 and the sample's mean
///     try posterior.centralInterval()
///
/// Its mean is its mode: of a posterior, the maximum a posteriori estimate. Where the standard deviation is not known,
/// take ``NormalInverseGamma``.
extension Normal {
  /// What is believed of the mean after a sample was seen: the prior's mean and the sample's, weighted by their
  /// precisions 1/τ² and n/σ², which add up.
  ///
  /// - Parameter standardDeviation: σ, that of one observation.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless σ is finite and above zero,
  ///   or where the posterior's standard deviation is zero in a `Double`.
  public func posterior(
    given likelihood: Normal.Likelihood, standardDeviation sigma: Double
  ) throws(LearningError) -> Normal {
    try Self.requirePositive(sigma, "known standard deviation")
    let sampleError = sigma / likelihood.sampleSize.squareRoot()
    // τ² / (τ² + σ²/n): the sample's share, by the ratio that does not overflow.
    let ratio = sampleError / standardDeviation
    let share = 1 / (1 + ratio * ratio)
    let deviation = ratio < 1
      ? sampleError * share.squareRoot() : standardDeviation / (1 + 1 / (ratio * ratio)).squareRoot()
    return try Normal(
      mean: (1 - share) * mean + share * likelihood.moments.mean, standardDeviation: deviation)
  }

  /// The logarithm of the evidence, or marginal likelihood: of the likelihood's mean over this prior.
  ///
  /// - Throws: as ``posterior(given:standardDeviation:)``.
  public func logEvidence(
    of likelihood: Normal.Likelihood, standardDeviation sigma: Double
  ) throws(LearningError) -> Double {
    let posterior = try posterior(given: likelihood, standardDeviation: sigma)
    let mean = posterior.mean
    return logEvidence(
      at: mean, logLikelihood: likelihood.logLikelihood(at: [mean, sigma]), posterior: posterior)
  }

  /// The distribution of the next observation, over what is believed of its mean.
  ///
  /// - Parameter standardDeviation: σ, that of one observation.
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless σ is finite and above zero.
  public func predictive(of family: Normal.Type, standardDeviation sigma: Double) throws(LearningError) -> Normal {
    try Self.requirePositive(sigma, "known standard deviation")
    return try Normal(mean: mean, standardDeviation: .hypot(standardDeviation, sigma))
  }
}
