import Foundation
import Learning
import Stats
import Testing

@Suite("The beta distribution as a prior")
struct BetaBayesTests {
  private static let outcomes = [1, 1, 0, 1, 0, 1, 1, 0, 1, 1]

  @Test("is updated by Bayes' rule")
  func bayesRule() throws {
    let prior = try Beta(alpha: 2.5, beta: 0.7)
    let likelihood = try Bernoulli.Likelihood(Self.outcomes)
    let posterior = try prior.posterior(given: likelihood)
    #expect(posterior.alpha == 9.5 && posterior.beta == 3.7)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: prior.logEvidence(of: likelihood),
      grid: [0.01, 0.2, 0.5, 0.77, 0.999]
    ) { likelihood.logLikelihood(at: [$0]) }
  }

  @Test("with uniform density has the maximum likelihood estimate for its posterior's mode, at the ends too")
  func uniform() throws {
    let uniform = try Beta(alpha: 1, beta: 1)
    for (successes, trials) in [(0, 5), (2, 5), (5, 5), (18, 40)] {
      let fit = try Bernoulli.fit(successes: successes, trials: trials)
      let mode = try #require(try uniform.posterior(given: fit.likelihood).mode)
      #expect(abs(mode - fit[.probability]) < 1e-15)
    }
  }

  @Test("has the mode that its density says")
  func modes() throws {
    let cases: [(Double, Double, Double?)] = [
      (2, 2, 0.5), (3, 2, 2 / 3.0), (1, 1, nil), (0.5, 0.5, nil), (0.5, 1, 0), (1, 0.5, 1), (1, 3, 0), (3, 1, 1),
      (0.2, 4, 0), (4, 0.2, 1),
    ]
    for (alpha, beta, expected) in cases {
      let prior = try Beta(alpha: alpha, beta: beta)
      #expect(prior.mode == expected)
      if let mode = prior.mode {
        for x in [0.1, 0.4, 0.9] { #expect(prior.logDensity(mode) >= prior.logDensity(x)) }
      }
    }
  }

  @Test("shrinks the share of successes towards its mean, and less the larger the sample")
  func shrinkage() throws {
    let prior = try Beta(alpha: 6, beta: 2)
    var lastDistance = Double.infinity
    for n in [10, 100, 1000, 10_000] {
      let fit = try Bernoulli.fit(successes: 3 * n / 10, trials: n)
      let posterior = try prior.posterior(given: fit.likelihood)
      let share = 8 / (8 + Double(n))
      #expect(abs(posterior.mean - (share * prior.mean + (1 - share) * fit[.probability])) < 1e-15)
      let distance = abs(try #require(posterior.mode) - fit[.probability])
      #expect(distance < lastDistance && distance < 8 / Double(n))
      lastDistance = distance
      // The interval tends to Wald's.
      if n == 10_000 {
        let (credible, wald) = (try posterior.centralInterval(), try fit.waldInterval(of: .probability))
        #expect(abs(credible.lowerBound - wald.lower) < 5e-4 && abs(credible.upperBound - wald.upper) < 5e-4)
      }
    }
  }

  @Test("is updated in two batches as at once, and gives evidence outcome by outcome")
  func batches() throws {
    let prior = try Beta(alpha: 1.5, beta: 2.25)
    let whole = try Bernoulli.Likelihood(Self.outcomes)
    var belief = prior
    var logEvidence = 0.0
    for outcome in Self.outcomes {
      logEvidence += try belief.predictive(of: Bernoulli.self).logDensity(outcome)
      belief = try belief.posterior(given: Bernoulli.Likelihood([outcome]))
    }
    #expect(belief == (try prior.posterior(given: whole)))
    #expect(abs(logEvidence - prior.logEvidence(of: whole)) < 1e-12)
  }

  @Test("predicts the number of successes by the beta-binomial distribution")
  func predictive() throws {
    let belief = try Beta(alpha: 3, beta: 1.5)
    let predictive = try belief.predictive(of: Binomial.self, trials: 6)
    let binomialCoefficients = [1.0, 6, 15, 20, 15, 6, 1]
    for k in 0...6 {
      let evidence = belief.logEvidence(of: try Bernoulli.Likelihood(successes: k, trials: 6))
      #expect(abs(predictive.logDensity(k) - evidence - log(binomialCoefficients[k])) < 1e-13)
    }
    #expect(throws: LearningError.self) { try belief.predictive(of: Binomial.self, trials: -1) }
  }

  @Test("learns from numbers of failures before a success")
  func geometric() throws {
    let prior = try Beta(alpha: 2, beta: 3)
    let likelihood = try Geometric.Likelihood([4, 0, 1])
    let posterior = try prior.posterior(given: likelihood)
    #expect(posterior.alpha == 5 && posterior.beta == 8)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: prior.logEvidence(of: likelihood), grid: [0.1, 0.5, 0.9]
    ) { likelihood.logLikelihood(at: [$0]) }
  }
}
