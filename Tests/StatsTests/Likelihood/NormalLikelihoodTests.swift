import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("The likelihood of a normal sample")
struct NormalLikelihoodTests {
  private static let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Normal.Likelihood(Self.sample, weights: nil)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[5, 1], [3, 0.4], [-2, 6]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let normal = try Normal(mean: 4.5, standardDeviation: 1.3)
    let expected = Self.sample.map(normal.logDensity).reduce(0, +)
    #expect(abs(try Normal.Likelihood(Self.sample).logLikelihood(at: [4.5, 1.3]) - expected) < 1e-12)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 3)
    let normal = try Normal(mean: 2, standardDeviation: 3)
    let error = try expectedInformationError(at: [2, 3], samples: 2000) { _ in
      try Normal.Likelihood(normal.samples(5, using: &generator))
    }
    #expect(error < 4)
  }

  /// scipy 1.17.1, norm.fit, and the textbook's standard errors σ / √n and σ / √(2n).
  @Test("gives both forms of the variance, standard errors and criteria")
  func estimates() throws {
    let fit = try Normal.fit(Self.sample)
    #expect(abs(fit[.mean] - 4.957142857142857) < 1e-15)
    #expect(abs(fit[.standardDeviation] - 0.7442295015789204) < 1e-14)
    #expect(abs(fit.variance(.maximumLikelihood) - 0.5538775510204084) < 1e-14)
    #expect(abs(fit.variance(.unbiased) / fit.variance(.maximumLikelihood) - 7.0 / 6) < 1e-14)
    let errors = try #require(fit.standardErrors())
    #expect(abs(errors[0] - fit[.standardDeviation] / 7.0.squareRoot()) < 1e-14)
    #expect(abs(errors[1] - fit[.standardDeviation] / 14.0.squareRoot()) < 1e-14)
    #expect(abs(fit.aic - (4 - 2 * fit.logLikelihood)) < 1e-12)
    #expect(abs(fit.bic - (2 * 1.945910149055313 - 2 * fit.logLikelihood)) < 1e-12)
  }

  @Test("gives the closed form of the profile's interval of the mean")
  func profile() throws {
    let fit = try Normal.fit(Self.sample)
    let interval = try fit.likelihoodRatioInterval(of: .mean)
    // n log(1 + d²/σ²) = χ²: d = σ √(exp(χ²/n) - 1), χ² = 3.841458820694124.
    let reach = fit[.standardDeviation] * 0.8550669253918581
    #expect(abs(interval.lower - (fit[.mean] - reach)) < 1e-9)
    #expect(abs(interval.upper - (fit[.mean] + reach)) < 1e-9)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Normal.fit([1, 2, 4], weights: [2, 0, 3])
    let repeated = try Normal.fit([1, 1, 4, 4, 4])
    #expect(abs(weighted[.mean] - repeated[.mean]) < 1e-14)
    #expect(abs(weighted[.standardDeviation] - repeated[.standardDeviation]) < 1e-14)
    #expect(weighted.sampleSize == 5)
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal observations at the boundary, and says so")
  func degenerate() throws {
    for sample in [[3.25], [3.25, 3.25, 3.25]] {
      let fit = try Normal.fit(sample)
      #expect(fit.estimates == [3.25, 0])
      #expect(!fit.isInterior)
      #expect(fit.logLikelihood == .infinity)
      #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
      #expect(fit.standardErrors() == nil)
      #expect(throws: LearningError.self) { try fit.distribution }
      #expect(throws: LearningError.self) { try fit.waldInterval(of: .mean) }
      #expect(throws: LearningError.self) { try fit.likelihoodRatioInterval(of: .mean) }
      #expect(try fit.inference().rows.allSatisfy { $0.standardError == nil && $0.interval == nil })
    }
  }

  @Test("refuses what is no sample")
  func refusals() {
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: .infinity)) {
      try Normal.fit([1, .infinity])
    }
    #expect(throws: LearningError.self) { try Normal.fit([]) }
    #expect(throws: LearningError.noPositiveWeight) { try Normal.fit([1, 2], weights: [0, 0]) }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -1)) { try Normal.fit([1, 2], weights: [1, -1]) }
  }
}
