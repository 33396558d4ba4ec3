import Stats
import Testing

/// Bayes' rule on a grid: the posterior density is the prior's times the likelihood, over the evidence.
///
/// - Parameter logLikelihood: at a value of the unknown.
func expectBayesRule<Belief: Distribution>(
  prior: Belief, posterior: Belief, logEvidence: Double, grid: [Belief.Value],
  tolerance: Double = 1e-11, _ logLikelihood: (Belief.Value) -> Double
) {
  for value in grid {
    let product = prior.logDensity(value) + logLikelihood(value) - logEvidence
    #expect(abs(posterior.logDensity(value) - product) < tolerance, "\(posterior) at \(value)")
  }
}
