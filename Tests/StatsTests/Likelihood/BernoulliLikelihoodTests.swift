import Learning
import Stats
import Testing

@Suite("The likelihood of outcomes")
struct BernoulliLikelihoodTests {
  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Bernoulli.Likelihood(successes: 7, trials: 20)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[0.5], [0.1], [0.9]]).violations == [])
  }

  @Test("is the sum of log-probabilities")
  func sum() throws {
    let outcomes: [UInt8] = [0, 1, 1, 0, 0]
    let bernoulli = try Bernoulli(probability: 0.3)
    let expected = outcomes.map { bernoulli.logDensity(Int($0)) }.reduce(0, +)
    #expect(abs(try Bernoulli.fit(outcomes).likelihood.logLikelihood(at: [0.3]) - expected) < 1e-14)
  }

  @Test("takes numbers of any width, truth values, weights, and two counts")
  func forms() throws {
    #expect(try Bernoulli.fit([0, 1, 1, 0] as [UInt8])[.probability] == 0.5)
    #expect(try Bernoulli.fit([0, 1, 1, 1] as [Int])[.probability] == 0.75)
    #expect(try Bernoulli.fit([true, false, false, false])[.probability] == 0.25)
    #expect(try Bernoulli.fit([0, 1], weights: [3, 1])[.probability] == 0.25)
    #expect(try Bernoulli.fit(successes: 1, trials: 4)[.probability] == 0.25)
  }

  /// statsmodels 0.15.0, proportion_confint(18, 40): wilson, normal.
  @Test("gives Wald's and Wilson's intervals")
  func intervals() throws {
    let fit = try Bernoulli.fit(successes: 18, trials: 40)
    let wald = try fit.waldInterval(of: .probability)
    #expect(abs(wald.lower - 0.29582793231896737) < 1e-14 && abs(wald.upper - 0.6041720676810327) < 1e-14)
    let wilson = try fit.wilsonInterval()
    #expect(abs(wilson.lower - 0.30705307810904925) < 1e-14 && abs(wilson.upper - 0.6017090820106795) < 1e-14)
  }

  @Test("puts equal outcomes at the boundary, where the score and the ratio still give intervals")
  func degenerate() throws {
    let none = try Bernoulli.fit(successes: 0, trials: 10)
    #expect(none[.probability] == 0 && none.logLikelihood == 0)
    #expect(none.report.warnings.map(\.kind) == [.boundaryEstimate])
    #expect(throws: LearningError.self) { try none.waldInterval(of: .probability) }
    // The ratio: -20 log(1 - p) = 3.841458820694124.
    let ratio = try none.likelihoodRatioInterval(of: .probability)
    #expect(ratio.lower == 0 && abs(ratio.upper - 0.1747533280498298) < 1e-12)
    let wilson = try none.wilsonInterval()
    #expect(wilson.lower == 0 && abs(wilson.upper - 0.27753279986288926) < 1e-14)
    let all = try Bernoulli.fit(successes: 10, trials: 10)
    #expect(try all.distribution.probability == 1)
    #expect(abs(try all.likelihoodRatioInterval(of: .probability).lower - (1 - ratio.upper)) < 1e-12)
    #expect(try all.likelihoodRatioInterval(of: .probability).upper == 1)
  }

  @Test("refuses what is no outcome")
  func refusals() {
    #expect(throws: LearningError.outsideSupport(distribution: "Bernoulli", row: 2, value: "2", support: "0 or 1")) {
      try Bernoulli.fit([0, 1, 2])
    }
    #expect(throws: LearningError.self) { try Bernoulli.fit([0, 1, 2], weights: [1, 1, 1]) }
    #expect(throws: LearningError.self) { try Bernoulli.fit([] as [Int]) }
    #expect(throws: LearningError.self) { try Bernoulli.fit(successes: 5, trials: 4) }
    #expect(throws: LearningError.self) { try Bernoulli.fit(successes: 0, trials: 0) }
  }
}
