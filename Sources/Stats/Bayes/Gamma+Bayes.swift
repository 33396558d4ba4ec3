public import Learning

/// The gamma distribution as what is believed of the rate of events that come independently: of the mean of a Poisson
/// distribution, or the rate of an exponential one.
///
///     let prior = try Gamma(shape: 2, scale: 0.5)                  // rate 2
///     let posterior = try prior.posterior(given: Poisson.Likelihood(deaths))
///     posterior.mode                                               // the maximum a posteriori estimate
///     try posterior.predictive(of: Poisson.self)                   // of the next count
///
/// The shape is like the number of events seen before, plus one, the rate 1 / θ like the time in which they were seen.
extension Gamma {
  /// Where the density is highest, (k - 1) θ; 0 for shapes to 1. Of a posterior, the maximum a posteriori estimate.
  public var mode: Double { max(0, shape - 1) * scale }

  /// What is believed after events were counted: they are added to the shape, and the time or space in which they were
  /// seen to the rate.
  ///
  /// - Parameters:
  ///   - events: their number, or sum of weights.
  ///   - exposure: how long, or how often, they could come, in the unit of the rate's inverse.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless both are finite and not below zero,
  ///   ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a parameter leaves the range of
  ///   numbers.
  public func posterior(events: Double, exposure: Double) throws(LearningError) -> Gamma {
    for (name, value) in [("events", events), ("exposure", exposure)] where !(value >= 0 && value.isFinite) {
      throw .invalidOption(name: name, value: "\(value)", allowed: "a finite number, zero or positive")
    }
    return try Gamma(shape: shape + events, scale: scale / (1 + scale * exposure))
  }

  /// What is believed of the mean after counts were seen, or of the rate after counts with exposures.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a parameter leaves the range
  ///   of numbers.
  public func posterior(given likelihood: Poisson.Likelihood) throws(LearningError) -> Gamma {
    try posterior(events: likelihood.total, exposure: likelihood.exposure)
  }

  /// What is believed of the rate after waiting times were seen.
  ///
  /// - Throws: as ``posterior(given:)`` of counts.
  public func posterior(given likelihood: Exponential.Likelihood) throws(LearningError) -> Gamma {
    try posterior(events: likelihood.sampleSize, exposure: likelihood.sampleSize * likelihood.mean)
  }

  /// The logarithm of the evidence, or marginal likelihood: of the likelihood's mean over this prior.
  ///
  /// - Throws: as ``posterior(given:)``.
  public func logEvidence(of likelihood: Poisson.Likelihood) throws(LearningError) -> Double {
    logEvidence(of: likelihood, posterior: try posterior(given: likelihood))
  }

  /// ``logEvidence(of:)`` of waiting times.
  ///
  /// - Throws: as ``posterior(given:)``.
  public func logEvidence(of likelihood: Exponential.Likelihood) throws(LearningError) -> Double {
    logEvidence(of: likelihood, posterior: try posterior(given: likelihood))
  }

  private func logEvidence(of likelihood: some LikelihoodFunction, posterior: Gamma) -> Double {
    let rate = posterior.mean
    return logEvidence(at: rate, logLikelihood: likelihood.logLikelihood(at: [rate]), posterior: posterior)
  }

  /// The distribution of the next waiting time, over what is believed of its rate.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where the rate 1 / θ overflows.
  public func predictive(of family: Exponential.Type) throws(LearningError) -> Lomax {
    try Lomax(shape: shape, scale: rate)
  }

  /// The distribution of the next count, over what is believed of its mean: negative binomial of size k and probability
  /// 1 / (1 + θ).
  ///
  /// - Parameter exposure: how long, or how often, the events can come; 1 for a count like those before.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless the exposure is finite and not below zero,
  ///   ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where the mean is above 2⁵².
  public func predictive(of family: Poisson.Type, exposure: Double = 1) throws(LearningError) -> NegativeBinomial {
    guard exposure >= 0 && exposure.isFinite else {
      throw .invalidOption(name: "exposure", value: "\(exposure)", allowed: "a finite number, zero or positive")
    }
    return try NegativeBinomial(mean: mean * exposure, size: shape)
  }
}
