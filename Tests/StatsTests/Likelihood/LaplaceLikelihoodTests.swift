import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("The likelihood of a Laplace sample")
struct LaplaceLikelihoodTests {
  private static let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0]

  /// Points between observations, where the log-likelihood is smooth.
  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Laplace.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[4.5, 1], [5.4, 0.4], [-2, 6]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let distribution = try Laplace(location: 4.5, scale: 1.3)
    let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try Laplace.Likelihood(Self.sample).logLikelihood(at: [4.5, 1.3]) - expected) < 1e-13)
  }

  @Test("has the variance of its score as the expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 11)
    let distribution = try Laplace(location: 2, scale: 3)
    let scores = try (0..<4000).map { _ in
      try Laplace.Likelihood(distribution.samples(4, using: &generator)).score(at: [2, 3])
    }
    let information = try Laplace.Likelihood([0, 0, 0, 0]).expectedInformation(at: [2, 3])
    for i in 0..<2 {
      let variance = scores.map { $0[i] * $0[i] }.reduce(0, +) / 4000
      #expect(abs(variance / information[i, i] - 1) < 0.1)
    }
    #expect(abs(scores.map { $0[0] * $0[1] }.reduce(0, +) / 4000) < 0.1 * information[0, 0])
  }

  @Test("gives what scipy gives of the waiting for Old Faithful")
  func reference() throws {
    #expect(try Laplace.fit(LikelihoodSamples.waiting()).differences(from: "laplace") == [])
  }

  /// 7 log(D(μ) / D(m)) = χ²/2 = 1.920729410347062 at the ends, with D the sum of distances.
  @Test("gives likelihood-ratio intervals across the kinks")
  func profile() throws {
    let fit = try Laplace.fit(Self.sample)
    #expect(fit[.location] == 5)
    let interval = try fit.likelihoodRatioInterval(of: .location)
    let limit = Self.sample.map { abs($0 - 5) }.reduce(0, +) * 1.3157277252148658
    for end in [interval.lower, interval.upper] {
      #expect(abs(Self.sample.map { abs($0 - end) }.reduce(0, +) - limit) < 1e-10)
    }
    // At the best location n (t - 1 - log t) = χ²/2 with t the estimate over the scale.
    let scale = try fit.likelihoodRatioInterval(of: .scale)
    for end in [scale.lower, scale.upper] {
      let ratio = fit[.scale] / end
      #expect(abs(fit.likelihood.logLikelihood(at: [5, end]) - fit.logLikelihood + 1.920729410347062) < 1e-9)
      #expect(ratio > 0.4 && ratio < 3)
    }
  }

  @Test("takes the weighted median, and the middle where an interval is equally likely")
  func median() throws {
    #expect(try Laplace.fit([1, 2, 4, 9])[.location] == 3)
    #expect(try Laplace.fit([9, 1, 4], weights: [1, 3, 1])[.location] == 1)
    let weighted = try Laplace.fit([9, 1, 4], weights: [2, 1, 3])
    let repeated = try Laplace.fit([9, 9, 1, 4, 4, 4])
    #expect(weighted.estimates == repeated.estimates && weighted.logLikelihood == repeated.logLikelihood)
  }

  @Test("puts equal observations at the boundary")
  func degenerate() throws {
    for sample in [[3.25], [3.25, 3.25]] {
      let fit = try Laplace.fit(sample)
      #expect(fit.estimates == [3.25, 0] && fit.logLikelihood == .infinity && fit.standardErrors() == nil)
    }
  }

  @Test("refuses what is no sample")
  func refusals() {
    #expect(throws: LearningError.self) { try Laplace.fit([]) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: .infinity)) {
      try Laplace.fit([1, .infinity])
    }
    #expect(throws: LearningError.noPositiveWeight) { try Laplace.fit([1, 2], weights: [0, 0]) }
  }
}
