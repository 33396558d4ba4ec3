public import Learning

/// The beta distribution as what is believed of a probability of success.
///
///     let prior = try Beta(alpha: 2, beta: 2)
///     let posterior = try prior.posterior(given: Bernoulli.Likelihood(successes: 7, trials: 10))
///     posterior.mode                                  // 2/3: the maximum a posteriori estimate
///     try posterior.highestDensityInterval()          // where the probability is, with 95 %
///     try posterior.predictive(of: Bernoulli.self)    // of the next outcome
///
/// α - 1 and β - 1 are like successes and failures that were seen before: with the uniform prior, α = β = 1, the mode
/// is the maximum likelihood estimate. The mean is that of the prior and the share of successes, weighted by α + β
/// and n.
extension Beta {
  /// Where the density is highest, (α - 1) / (α + β - 2): of a posterior, the maximum a posteriori estimate. An end of
  /// the interval where the density rises to it; nil where it rises to both, and where it is the same everywhere.
  public var mode: Double? {
    if alpha > 1 && beta > 1 { return (alpha - 1) / ((alpha - 1) + (beta - 1)) }
    if alpha > 1 || alpha == 1 && beta < 1 { return 1 }
    if beta > 1 || beta == 1 && alpha < 1 { return 0 }
    return nil
  }

  /// What is believed after outcomes were seen: their successes are added to α, their failures to β.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a sum is too large.
  public func posterior(given likelihood: Bernoulli.Likelihood) throws(LearningError) -> Beta {
    try Beta(alpha: alpha + likelihood.successes, beta: beta + likelihood.failures)
  }

  /// What is believed after numbers of failures before a success were seen.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a sum is too large.
  public func posterior(given likelihood: Geometric.Likelihood) throws(LearningError) -> Beta {
    try posterior(given: likelihood.outcomes)
  }

  /// The logarithm of the evidence, or marginal likelihood: of the likelihood's mean over this prior,
  /// B(α + k, β + n - k) / B(α, β). The difference between two priors is the logarithm of the Bayes factor.
  public func logEvidence(of likelihood: Bernoulli.Likelihood) -> Double {
    .logBeta(alpha + likelihood.successes, beta + likelihood.failures) - .logBeta(alpha, beta)
  }

  /// ``logEvidence(of:)`` of numbers of failures before a success.
  public func logEvidence(of likelihood: Geometric.Likelihood) -> Double { logEvidence(of: likelihood.outcomes) }

  /// The distribution of the next outcome, over what is believed of its probability: 1 has the probability α / (α + β).
  ///
  /// - Throws: what the initialiser of the Bernoulli distribution does, for which the mean of this one gives no reason.
  public func predictive(of family: Bernoulli.Type) throws(LearningError) -> Bernoulli {
    try Bernoulli(probability: mean)
  }

  /// The distribution of the successes in the next trials.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless the trials are from 0 to
  ///   2⁵².
  public func predictive(of family: Binomial.Type, trials: Int) throws(LearningError) -> BetaBinomial {
    try BetaBinomial(trials: trials, alpha: alpha, beta: beta)
  }
}
