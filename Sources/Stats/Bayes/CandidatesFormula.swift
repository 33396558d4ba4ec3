extension Distribution {
  /// The logarithm of the evidence by Bayes' rule, read from right to left at any one value θ:
  ///
  ///     log p(x) = log p(x | θ) + log p(θ) - log p(θ | x)
  ///
  /// It is best taken where the posterior is high, so that no term is large.
  ///
  /// Source: J. Besag, A candidate's formula: a curious result in Bayesian prediction, Biometrika 76(1), 1989,
  /// doi:10.1093/biomet/76.1.183.
  func logEvidence(at value: Value, logLikelihood: Double, posterior: Self) -> Double {
    logLikelihood + logDensity(value) - posterior.logDensity(value)
  }
}
