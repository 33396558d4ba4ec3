import Learning
import Stats
import Testing

@Suite("The gamma distribution as a prior")
struct GammaBayesTests {
  private static let waits = [1, 0.5, 3]

  @Test("is updated by Bayes' rule")
  func bayesRule() throws {
    let prior = try Gamma(shape: 2.5, scale: 0.8)
    let likelihood = try Exponential.Likelihood(Self.waits)
    let posterior = try prior.posterior(given: likelihood)
    #expect(posterior.shape == 5.5 && abs(posterior.rate - 5.75) < 1e-14)
    let logEvidence = try prior.logEvidence(of: likelihood)
    // mpmath, by integration: make_bayes_robust_digits.py.
    #expect(abs(logEvidence + 5.38960922601960337) < 1e-13)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: logEvidence, grid: [0.01, 0.3, 1, 4, 20]
    ) { likelihood.logLikelihood(at: [$0]) }
  }

  @Test("gives evidence wait by wait, and is updated in two batches as at once")
  func batches() throws {
    let prior = try Gamma(shape: 1.5, scale: 2)
    var belief = prior
    var logEvidence = 0.0
    for wait in Self.waits {
      logEvidence += try belief.predictive(of: Exponential.self).logDensity(wait)
      belief = try belief.posterior(given: Exponential.Likelihood([wait]))
    }
    let whole = try prior.posterior(given: Exponential.Likelihood(Self.waits))
    #expect(belief.shape == whole.shape && abs(belief.scale - whole.scale) < 1e-15)
    #expect(abs(logEvidence - (try prior.logEvidence(of: Exponential.Likelihood(Self.waits)))) < 1e-12)
  }

  @Test("is updated by counts, with exposures or without")
  func poisson() throws {
    let prior = try Gamma(shape: 2, scale: 0.5)
    let counts = [3, 0, 2, 5]
    let likelihood = try Poisson.Likelihood(counts)
    let posterior = try prior.posterior(given: likelihood)
    #expect(posterior.shape == 12 && abs(posterior.rate - 6) < 1e-14)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: try prior.logEvidence(of: likelihood), grid: [0.1, 1, 2.5, 9]
    ) { likelihood.logLikelihood(at: [$0]) }
    let years = [1, 0.5, 2, 4.5]
    let exposed = try Poisson.Likelihood(counts, exposures: years)
    #expect(abs(try prior.posterior(given: exposed).rate - 10) < 1e-14)
    var belief = prior
    var (plain, withYears) = (0.0, 0.0)
    for count in counts {
      plain += try belief.predictive(of: Poisson.self).logDensity(count)
      belief = try belief.posterior(given: Poisson.Likelihood([count]))
    }
    #expect(abs(plain - (try prior.logEvidence(of: likelihood))) < 1e-12)
    belief = prior
    for (count, year) in zip(counts, years) {
      withYears += try belief.predictive(of: Poisson.self, exposure: year).logDensity(count)
      belief = try belief.posterior(given: Poisson.Likelihood([count], exposures: [year]))
    }
    #expect(abs(withYears - (try prior.logEvidence(of: exposed))) < 1e-12)
    // A flat prior's mode is the estimate, at the boundary too.
    let flat = try Gamma(shape: 1, scale: 1e16)
    #expect(abs(try flat.posterior(given: likelihood).mode - 2.5) < 1e-14)
    #expect(try flat.posterior(given: Poisson.Likelihood([0, 0])).mode == 0)
  }

  @Test("has its mode where the density is highest")
  func modes() throws {
    #expect(try Gamma(shape: 3, scale: 2).mode == 4)
    #expect(try Gamma(shape: 1, scale: 2).mode == 0 && Gamma(shape: 0.3, scale: 2).mode == 0)
  }

  @Test("that is flat has the maximum likelihood estimate for its posterior's mode")
  func flat() throws {
    let fit = try Exponential.fit(Self.waits)
    let posterior = try Gamma(shape: 1, scale: 1e16).posterior(given: fit.likelihood)
    #expect(abs(posterior.mode - fit[.rate]) < 1e-14)
  }

  @Test("shrinks: the mean is between the prior's and the estimate, weighted by their times")
  func shrinkage() throws {
    let prior = try Gamma(shape: 3, scale: 0.5)
    for repeats in [1, 10, 1000] {
      let fit = try Exponential.fit([Double](repeating: 0.2, count: repeats))
      let posterior = try prior.posterior(given: fit.likelihood)
      let share = 2 / (2 + 0.2 * Double(repeats))
      #expect(abs(posterior.mean - (share * prior.mean + (1 - share) * fit[.rate])) < 1e-13)
    }
  }

  @Test("predicts counts by the negative binomial distribution")
  func counts() throws {
    let belief = try Gamma(shape: 2.5, scale: 0.8).posterior(events: 7, exposure: 3)
    let predictive = try belief.predictive(of: Poisson.self)
    #expect(predictive.size == 9.5)
    #expect(abs(predictive.probability - belief.rate / (belief.rate + 1)) < 1e-15)
    // Over twice the time the mean is twice as large.
    #expect(abs(try belief.predictive(of: Poisson.self, exposure: 2).mean - 2 * belief.mean) < 1e-13)
    // The mean of Poisson probabilities over draws of the belief.
    var generator = SeededGenerator(seed: 21)
    let draws = belief.samples(4000, using: &generator)
    let probability = try draws.map { try Poisson(mean: $0).density(2) }.reduce(0, +) / 4000
    // Its standard error is below 0.2 / √4000.
    #expect(abs(probability - predictive.density(2)) < 0.012)
  }

  @Test("refuses what is no count and no exposure")
  func refusals() throws {
    let prior = try Gamma(shape: 2, scale: 1)
    for (events, exposure) in [(-1, 1), (1, -1), (.nan, 1), (1, .infinity)] {
      #expect(throws: LearningError.self) { try prior.posterior(events: events, exposure: exposure) }
    }
    #expect(throws: LearningError.self) { try prior.predictive(of: Poisson.self, exposure: -1) }
  }
}
