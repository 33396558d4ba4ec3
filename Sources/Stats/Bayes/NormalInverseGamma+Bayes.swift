public import Learning

extension NormalInverseGamma {
  /// What is believed after a sample was seen, of which the size, the mean and the sum of squares are sufficient.
  ///
  ///     κ' = κ + n,  m' = (κ m + n x̄) / κ',  a' = a + n/2,  b' = b + S/2 + κ n (x̄ - m)² / (2κ')
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a parameter overflows.
  public func posterior(given likelihood: Normal.Likelihood) throws(LearningError) -> NormalInverseGamma {
    let moments = likelihood.moments
    let n = moments.weight
    let share = n / (strength + n)
    let distance = moments.mean - mean
    return try NormalInverseGamma(
      mean: mean + share * distance, strength: strength + n, shape: shape + n / 2,
      scale: scale + (moments.sumOfSquares + strength * share * distance * distance) / 2)
  }

  /// The logarithm of the evidence, or marginal likelihood: of the likelihood's mean over this prior.
  ///
  /// - Throws: as ``posterior(given:)``.
  public func logEvidence(of likelihood: Normal.Likelihood) throws(LearningError) -> Double {
    let posterior = try posterior(given: likelihood)
    let peak = posterior.mode
    return logEvidence(
      at: peak, logLikelihood: likelihood.logLikelihood(at: [peak.mean, peak.variance.squareRoot()]),
      posterior: posterior)
  }

  /// What is believed of the mean, whatever the variance: Student's t on 2a degrees of freedom.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where its scale, √(b / (aκ)), is no
  ///   number.
  public var marginalMean: StudentT {
    get throws(LearningError) { try studentT(variance: scale / shape / strength) }
  }

  /// What is believed of the variance.
  public var marginalVariance: InverseGamma { InverseGamma(validShape: shape, scale: scale) }

  /// The distribution of the next observation, over what is believed of mean and variance: Student's t on 2a degrees of
  /// freedom.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where its scale,
  ///   √(b (κ + 1) / (aκ)), is no number.
  public func predictive(of family: Normal.Type) throws(LearningError) -> StudentT {
    try studentT(variance: scale / shape * (1 + 1 / strength))
  }

  private func studentT(variance: Double) throws(LearningError) -> StudentT {
    try StudentT(degreesOfFreedom: 2 * shape, location: mean, scale: variance.squareRoot())
  }
}
