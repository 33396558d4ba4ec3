public import Learning

extension Dirichlet {
  /// What is believed after categories were seen: the number of each is added to its concentration. Categories at the
  /// end that the likelihood does not know of were not seen.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where the likelihood has more categories than
  ///   concentrations, ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where a sum overflows.
  public func posterior(given likelihood: Categorical.Likelihood) throws(LearningError) -> Dirichlet {
    let weights = likelihood.weights
    guard weights.count <= count else {
      throw .invalidOption(
        name: "likelihood", value: "of \(weights.count) categories",
        allowed: "of at most \(count), one for each concentration")
    }
    return try Dirichlet(
      concentrations: concentrations.indices.map { concentrations[$0] + ($0 < weights.count ? weights[$0] : 0) })
  }

  /// The logarithm of the evidence, or marginal likelihood: of the likelihood's mean over this prior, B(α + n) / B(α).
  ///
  /// - Throws: as ``posterior(given:)``.
  public func logEvidence(of likelihood: Categorical.Likelihood) throws(LearningError) -> Double {
    try posterior(given: likelihood).logBeta - logBeta
  }

  /// The distribution of the next category, over what is believed of the probabilities: their means.
  ///
  /// - Throws: what the initialiser of the categorical distribution does, for which the mean of this one gives no
  ///   reason.
  public func predictive(of family: Categorical.Type) throws(LearningError) -> Categorical {
    try Categorical(probabilities: mean)
  }
}
