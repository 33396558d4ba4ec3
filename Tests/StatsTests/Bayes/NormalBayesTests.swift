import Foundation
import Learning
import Stats
import Testing

@Suite("Priors of the normal distribution")
struct NormalBayesTests {
  private static let sample = [1.5, 2, 4.25]

  @Test("for the mean alone are updated by Bayes' rule")
  func knownVariance() throws {
    let prior = try Normal(mean: 1, standardDeviation: 2)
    let likelihood = try Normal.Likelihood(Self.sample)
    let posterior = try prior.posterior(given: likelihood, standardDeviation: 1.5)
    let logEvidence = try prior.logEvidence(of: likelihood, standardDeviation: 1.5)
    // mpmath, by integration: make_bayes_robust_digits.py.
    #expect(abs(logEvidence + 6.11371686178026935) < 1e-13)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: logEvidence, grid: [-3, 0, 2.1, 7]
    ) { likelihood.logLikelihood(at: [$0, 1.5]) }
    // Precisions add up: 1/4 + 3/2.25.
    #expect(abs(1 / posterior.variance - (0.25 + 3 / 2.25)) < 1e-14)
  }

  @Test("for the mean alone shrink, and tend to the estimate and its standard error as they get wide")
  func shrinkage() throws {
    let fit = try Normal.fit(Self.sample)
    for deviation in [1e-200, 0.01, 1, 100, 1e200] {
      let prior = try Normal(mean: -4, standardDeviation: deviation)
      let posterior = try prior.posterior(given: fit.likelihood, standardDeviation: 1.5)
      #expect(posterior.mean >= -4 && posterior.mean <= fit[.mean])
      #expect(posterior.standardDeviation <= min(deviation, 1.5 / 3.0.squareRoot()) * (1 + 1e-15))
      let share = deviation * deviation / (deviation * deviation + 0.75)
      if deviation >= 0.01 && deviation <= 100 {
        #expect(abs(posterior.mean - (share * fit[.mean] - (1 - share) * 4)) < 1e-14)
        #expect(abs(posterior.standardDeviation - (0.75 * share).squareRoot()) < 1e-15)
      }
    }
    let wide = try Normal(mean: -4, standardDeviation: 1e200).posterior(given: fit.likelihood, standardDeviation: 1.5)
    #expect(wide.mean == fit[.mean] && abs(wide.standardDeviation - 1.5 / 3.0.squareRoot()) < 1e-15)
    let narrow = try Normal(mean: -4, standardDeviation: 1e-200)
      .posterior(given: fit.likelihood, standardDeviation: 1.5)
    #expect(narrow.mean == -4 && narrow.standardDeviation == 1e-200)
  }

  @Test("for the mean alone give evidence observation by observation")
  func knownVarianceChain() throws {
    let prior = try Normal(mean: 1, standardDeviation: 2)
    var belief = prior
    var logEvidence = 0.0
    for x in Self.sample {
      logEvidence += try belief.predictive(of: Normal.self, standardDeviation: 1.5).logDensity(x)
      belief = try belief.posterior(given: Normal.Likelihood([x]), standardDeviation: 1.5)
    }
    let whole = try Normal.Likelihood(Self.sample)
    #expect(abs(logEvidence - (try prior.logEvidence(of: whole, standardDeviation: 1.5))) < 1e-12)
    #expect(abs(belief.mean - (try prior.posterior(given: whole, standardDeviation: 1.5).mean)) < 1e-14)
    #expect(throws: LearningError.self) { try prior.posterior(given: whole, standardDeviation: 0) }
    #expect(throws: LearningError.self) { try prior.predictive(of: Normal.self, standardDeviation: -1) }
  }

  @Test("for mean and variance are updated by Bayes' rule")
  func bothUnknown() throws {
    let prior = try NormalInverseGamma(mean: 1, strength: 2, shape: 3, scale: 4)
    let likelihood = try Normal.Likelihood(Self.sample)
    let posterior = try prior.posterior(given: likelihood)
    let logEvidence = try prior.logEvidence(of: likelihood)
    // mpmath, by integration: make_bayes_robust_digits.py.
    #expect(abs(logEvidence + 6.4516639071819) < 1e-12)
    let grid = [(-1, 0.5), (1, 2), (2.2, 1.1), (3, 9)].map { NormalInverseGamma.Value(mean: $0, variance: $1) }
    expectBayesRule(prior: prior, posterior: posterior, logEvidence: logEvidence, grid: grid) {
      likelihood.logLikelihood(at: [$0.mean, $0.variance.squareRoot()])
    }
    // scipy 1.17.1, normal_inverse_gamma.
    let density = prior.logDensity(NormalInverseGamma.Value(mean: 1.3, variance: 0.6))
    #expect(abs(density + 1.6245803998446817) < 1e-14)
    #expect(prior.logDensity(NormalInverseGamma.Value(mean: 1, variance: 0)) == -.infinity)
    #expect(prior.logDensity(NormalInverseGamma.Value(mean: 1, variance: -1)) == -.infinity)
  }

  @Test("for mean and variance give evidence observation by observation, and batch by batch")
  func chain() throws {
    let prior = try NormalInverseGamma(mean: 1, strength: 2, shape: 3, scale: 4)
    var belief = prior
    var logEvidence = 0.0
    for x in Self.sample {
      logEvidence += try belief.predictive(of: Normal.self).logDensity(x)
      belief = try belief.posterior(given: Normal.Likelihood([x]))
    }
    let likelihood = try Normal.Likelihood(Self.sample)
    let whole = try prior.posterior(given: likelihood)
    #expect(abs(logEvidence - (try prior.logEvidence(of: likelihood))) < 1e-12)
    #expect(abs(belief.mean - whole.mean) < 1e-14 && belief.strength == whole.strength)
    #expect(belief.shape == whole.shape && abs(belief.scale - whole.scale) < 1e-13)
  }

  @Test("for mean and variance have their mode where the density is highest, and shrink to it")
  func mode() throws {
    let prior = try NormalInverseGamma(mean: 1, strength: 2, shape: 3, scale: 4)
    let peak = prior.mode
    for (mean, variance) in [(1.001, 1), (0.999, 1), (1, 1.001), (1, 0.999)] {
      let neighbour = NormalInverseGamma.Value(mean: mean * peak.mean, variance: variance * peak.variance)
      #expect(prior.logDensity(neighbour) < prior.logDensity(peak))
    }
    var generator = SeededGenerator(seed: 31)
    for n in [10, 1000, 20_000] {
      let fit = try Normal.fit(Normal(mean: 5, standardDeviation: 3).samples(n, using: &generator))
      let posterior = try prior.posterior(given: fit.likelihood)
      let share = Double(n) / (Double(n) + 2)
      #expect(abs(posterior.mode.mean - (share * fit[.mean] + (1 - share))) < 1e-13)
      #expect(abs(posterior.mode.mean - fit[.mean]) < 10 / Double(n))
      #expect(abs(posterior.mode.variance - fit.variance(.maximumLikelihood)) < 100 / Double(n))
    }
  }

  @Test("for mean and variance give samples and marginals of the same distribution")
  func marginals() throws {
    let belief = try NormalInverseGamma(mean: -2, strength: 3, shape: 4, scale: 6)
    var generator = SeededGenerator(seed: 32)
    let draws = belief.samples(4000, using: &generator)
    let (meanMarginal, varianceMarginal) = (try belief.marginalMean, belief.marginalVariance)
    #expect(meanMarginal.degreesOfFreedom == 8 && meanMarginal.location == -2)
    // Kolmogorov and Smirnov's distance, under its critical value of one in a million.
    #expect(distance(draws.map(\.mean), meanMarginal) < 2.6933 / 4000.0.squareRoot())
    #expect(distance(draws.map(\.variance), varianceMarginal) < 2.6933 / 4000.0.squareRoot())
    let next = try belief.predictive(of: Normal.self)
    let observations = try draws.map {
      try Normal(mean: $0.mean, standardDeviation: $0.variance.squareRoot()).sample(using: &generator)
    }
    #expect(distance(observations, next) < 2.6933 / 4000.0.squareRoot())
    // The entropy is the mean of minus the log density, whose deviation here is about 1.
    let entropy = draws.map { -belief.logDensity($0) }.reduce(0, +) / 4000
    #expect(abs(entropy - belief.entropy) < 0.1)
  }

  private func distance(_ sample: [Double], _ distribution: some ContinuousDistribution) -> Double {
    sample.sorted().enumerated().reduce(0) { worst, item in
      let probability = distribution.cumulative(item.element)
      let (before, after) = (Double(item.offset) / 4000, Double(item.offset + 1) / 4000)
      return max(worst, abs(probability - before), abs(probability - after))
    }
  }

  @Test("for mean and variance are coded, described, and refused where they do not exist")
  func values() throws {
    let prior = try NormalInverseGamma(mean: 1, strength: 2, shape: 3, scale: 4)
    let data = try JSONEncoder().encode(prior)
    #expect(try JSONDecoder().decode(NormalInverseGamma.self, from: data) == prior)
    let spoiled = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\"shape\":3", with: "\"shape\":-3")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(NormalInverseGamma.self, from: Data(spoiled.utf8))
    }
    #expect("\(prior)" == "normal-inverse-gamma(mean 1, strength 2, shape 3, scale 4)")
    #expect(throws: LearningError.self) { try NormalInverseGamma(mean: .nan, strength: 1, shape: 1, scale: 1) }
    #expect(throws: LearningError.self) { try NormalInverseGamma(mean: 0, strength: 0, shape: 1, scale: 1) }
  }
}
