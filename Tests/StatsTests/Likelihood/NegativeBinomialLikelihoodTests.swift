import Learning
import Stats
import Testing

@Suite("The likelihood of counts that vary more than Poisson's")
struct NegativeBinomialLikelihoodTests {
  private static let counts = [0, 3, 1, 7, 2, 0, 12, 4]

  @Test("obeys the laws of likelihoods", arguments: [[0, 3, 1, 7, 2, 0, 12, 4], [0, 0, 0, 50], [900, 1100, 1300, 800]])
  func laws(counts: [Int]) throws {
    let likelihood = try NegativeBinomial.Likelihood(counts)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[3, 2], [8, 0.3], [1, 40]]).violations == [])
  }

  @Test("is the sum of log-probabilities, and Poisson's at an infinite size")
  func sum() throws {
    let likelihood = try NegativeBinomial.Likelihood(Self.counts)
    for (mean, size) in [(3.3, 1.7), (3.3, 1e-3), (0.5, 1e8), (1e4, 2)] {
      let distribution = try NegativeBinomial(mean: mean, size: size)
      let expected = Self.counts.map(distribution.logDensity).reduce(0, +)
      #expect(relativeError(likelihood.logLikelihood(at: [mean, size]), expected) < 1e-12)
    }
    let poisson = try Poisson(mean: 3.3)
    let expected = Self.counts.map(poisson.logDensity).reduce(0, +)
    #expect(relativeError(likelihood.logLikelihood(at: [3.3, .infinity]), expected) < 1e-13)
    #expect(relativeError(likelihood.logLikelihood(at: [3.3, 1e15]), expected) < 1e-13)
  }

  @Test("has its expected information", arguments: [(3.0, 2.0), (20.0, 0.5), (0.1, 30.0)])
  func expected(mean: Double, size: Double) throws {
    var generator = SeededGenerator(seed: 4)
    let distribution = try NegativeBinomial(mean: mean, size: size)
    let error = try expectedInformationError(at: [mean, size], samples: 500) { _ in
      try NegativeBinomial.Likelihood(distribution.samples(10, using: &generator))
    }
    #expect(error < 4)
  }

  @Test("gives what statsmodels and mpmath give of deaths by horse kicks")
  func reference() throws {
    let fit = try NegativeBinomial.fit(LikelihoodSamples.horseKicks())
    #expect(try fit.differences(from: "negativeBinomial") == [])
    #expect(fit.dispersion == 1 / fit[.size])
    // At the estimates the two are uncorrelated.
    let covariance = try #require(fit.covariance())
    #expect(abs(covariance[0, 1]) < 1e-12)
    // The sample is hardly more variable than Poisson's: no size is too large.
    let size = try fit.likelihoodRatioInterval(of: .size)
    #expect(size.upper == .infinity && size.lower > 1 && size.lower < fit[.size])
  }

  @Test("reports counts that vary no more than Poisson's as that limit")
  func poissonLimit() throws {
    for counts in [[2, 3, 2, 1, 4], [3, 3, 3], [7]] {
      let fit = try NegativeBinomial.fit(counts)
      let mean = Double(counts.reduce(0, +)) / Double(counts.count)
      #expect(fit.estimates == [mean, .infinity] && !fit.isInterior && fit.dispersion == 0)
      #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
      let poisson = try Poisson(mean: mean)
      #expect(relativeError(fit.logLikelihood, counts.map(poisson.logDensity).reduce(0, +)) < 1e-13)
      let size = try fit.likelihoodRatioInterval(of: .size)
      #expect(size.upper == .infinity && size.lower < .infinity)
      // Where the size is free the mean may be farther off than with Poisson's.
      let interval = try fit.likelihoodRatioInterval(of: .mean)
      #expect(interval.lower < mean && interval.upper > mean && interval.upper < .infinity)
    }
  }

  @Test("has a size however little the variance exceeds the mean, and however much")
  func hardSamples() throws {
    // Mean 2, variance 2.0004 + 2/n of a large table: a size of thousands.
    let near = try NegativeBinomial.fit([0, 1, 2, 3, 4, 5, 6], weights: [1360, 2700, 2700, 1810, 900, 370, 160])
    #expect(near.isInterior == (near.likelihood.score(at: [near[.mean], 1e9])[1] < 0))
    let far = try NegativeBinomial.fit([Int](repeating: 0, count: 999) + [1_000_000])
    #expect(far.isInterior && far.report.hasConverged && far[.size] < 1e-3)
    #expect(relativeError(far[.mean], 1000) < 1e-13)
    let score = far.likelihood.score(at: far.estimates)
    let error = try #require(far.standardError(of: .size))
    #expect(abs(score[1]) * error < 1e-7)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try NegativeBinomial.fit([0, 9, 4], weights: [3, 2, 0])
    let repeated = try NegativeBinomial.fit([0, 0, 0, 9, 9])
    #expect(weighted == repeated)
  }

  @Test("leaves the size open where all counts are zero")
  func zeros() throws {
    let fit = try NegativeBinomial.fit([0, 0, 0])
    #expect(fit.estimates == [0, .infinity] && fit.logLikelihood == 0 && !fit.isInterior)
  }

  @Test("refuses what is below zero, by its row")
  func refusals() {
    #expect(throws: LearningError.self) { try NegativeBinomial.fit([2, -1]) }
    #expect(throws: LearningError.self) { try NegativeBinomial.fit([] as [Int]) }
  }
}
