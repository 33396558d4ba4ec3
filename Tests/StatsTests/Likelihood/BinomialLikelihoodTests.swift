import Learning
import Stats
import Testing

@Suite("The likelihood of numbers of successes")
struct BinomialLikelihoodTests {
  private static let successes = [3, 0, 5, 2]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Binomial.Likelihood(Self.successes, trials: 7)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[0.5], [0.1], [0.9]]).violations == [])
  }

  @Test("is the sum of log-probabilities, with trials in common and of their own")
  func sum() throws {
    let common = try Binomial(trials: 7, probability: 0.3)
    let expected = Self.successes.map(common.logDensity).reduce(0, +)
    let likelihood = try Binomial.Likelihood(Self.successes, trials: 7)
    #expect(relativeError(likelihood.logLikelihood(at: [0.3]), expected) < 1e-13)
    let trials = [4, 1, 5, 1000]
    let own = try zip(Self.successes, trials).map { try Binomial(trials: $1, probability: 0.3).logDensity($0) }
    let value = try Binomial.Likelihood(Self.successes, trials: trials).logLikelihood(at: [0.3])
    #expect(relativeError(value, own.reduce(0, +)) < 1e-13)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 4)
    let distribution = try Binomial(trials: 6, probability: 0.3)
    let error = try expectedInformationError(at: [0.3], samples: 1000) { _ in
      try Binomial.Likelihood(distribution.samples(5, using: &generator), trials: 6)
    }
    #expect(error < 4)
  }

  @Test("is fitted as all its trials are")
  func trials() throws {
    let fit = try Binomial.fit(Self.successes, trials: 7)
    let outcomes = try Bernoulli.fit(successes: 10, trials: 28)
    #expect(fit[.probability] == outcomes[.probability])
    #expect(fit.standardError(of: .probability) == outcomes.standardError(of: .probability))
    #expect(try fit.wilsonInterval() == outcomes.wilsonInterval())
    #expect(fit.sampleSize == 4)
    #expect(try fit.distribution == Binomial(trials: 7, probability: 10.0 / 28))
    let own = try Binomial.fit(Self.successes, trials: [7, 7, 5, 9])
    #expect(own[.probability] == outcomes[.probability] && own.likelihood.trials == nil)
    #expect(throws: LearningError.self) { try own.distribution }
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Binomial.fit([3, 9, 5], trials: 7, weights: [2, 0, 3])
    let repeated = try Binomial.fit([3, 3, 5, 5, 5], trials: 7)
    #expect(weighted.estimates == repeated.estimates && weighted.sampleSize == 5)
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal outcomes at the boundary")
  func degenerate() throws {
    let none = try Binomial.fit([0, 0], trials: 3)
    #expect(none.estimates == [0] && none.logLikelihood == 0 && !none.isInterior)
    let all = try Binomial.fit([3], trials: 3)
    #expect(all.estimates == [1] && all.logLikelihood == 0)
    #expect(try all.wilsonInterval().upper == 1)
  }

  @Test("refuses more successes than trials, by the row, and numbers of trials that are none")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "binomial", row: 1, value: "8", support: "whole numbers from 0 to the 7 trials")
    ) { try Binomial.fit([3, 8], trials: 7) }
    #expect(throws: LearningError.self) { try Binomial.fit([-1], trials: 7) }
    #expect(throws: LearningError.self) { try Binomial.fit([0], trials: 0) }
    #expect(throws: LearningError.self) { try Binomial.fit([0], trials: -1) }
    #expect(throws: LearningError.self) { try Binomial.fit([0, 1], trials: [1]) }
    #expect(throws: LearningError.self) { try Binomial.fit([] as [Int], trials: 3) }
  }
}
