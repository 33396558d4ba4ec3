import Learning
import Stats
import Testing

/// Wald's, the likelihood-ratio and the score test against their textbook forms.
@Suite("Tests on a likelihood")
struct LikelihoodTestTests {
  private let fit: MaximumLikelihood<Bernoulli.Likelihood>

  init() throws { fit = try Bernoulli.fit(successes: 18, trials: 40) }

  @Test("are (p̂ - p)² n over p̂(1 - p̂), twice the fall, and (p̂ - p)² n over p(1 - p)")
  func statistics() throws {
    let wald = try fit.waldTest(of: .probability, equals: 0.3)
    #expect(abs(wald.statistic - 0.15 * 0.15 * 40 / (0.45 * 0.55)) < 1e-13)
    let score = try fit.scoreTest(at: [0.3])
    #expect(abs(score.statistic - 0.15 * 0.15 * 40 / (0.3 * 0.7)) < 1e-13)
    let ratio = try fit.likelihoodRatioTest(of: .probability, equals: 0.3)
    #expect(abs(ratio.statistic - 2 * (fit.logLikelihood - fit.likelihood.logLikelihood(at: [0.3]))) < 1e-13)
    for test in [wald, score, ratio] { #expect(test.degreesOfFreedom == 1) }
    // scipy 1.17.1, chi2.sf of the statistics.
    #expect(abs(wald.pValue - 0.0565302771674043) < 1e-14)
    #expect(abs(score.pValue - 0.03843393023678176) < 1e-14)
    #expect(abs(ratio.pValue - 0.04589038905553333) < 1e-14)
  }

  @Test("do not reject the ends of the interval that inverts them, at its level")
  func inversion() throws {
    let interval = try fit.likelihoodRatioInterval(of: .probability, level: 0.9)
    for end in [interval.lower, interval.upper] {
      #expect(abs(try fit.likelihoodRatioTest(of: .probability, equals: end).pValue - 0.1) < 1e-10)
    }
    let wald = try fit.waldInterval(of: .probability, level: 0.9)
    #expect(abs(try fit.waldTest(of: .probability, equals: wald.lower).pValue - 0.1) < 1e-12)
  }

  @Test("compare a family with one inside it")
  func nested() throws {
    let times = [0.2, 1.4, 0.7, 3.1, 0.9, 1.8, 2.2, 0.4]
    let (exponential, weibull) = (try Exponential.fit(times), try Weibull.fit(times))
    let test = try weibull.likelihoodRatioTest(against: exponential)
    #expect(abs(test.statistic - 2 * (weibull.logLikelihood - exponential.logLikelihood)) < 1e-12)
    #expect(test.degreesOfFreedom == 1 && test.pValue > 0 && test.pValue < 1)
    #expect(throws: LearningError.self) { try exponential.likelihoodRatioTest(against: weibull) }
  }

  @Test("are refused where they mean nothing")
  func refusals() throws {
    #expect(throws: LearningError.self) { try fit.likelihoodRatioTest(of: .probability, equals: 1.5) }
    #expect(throws: LearningError.self) { try fit.scoreTest(at: [0]) }
    let boundary = try Bernoulli.fit(successes: 0, trials: 4)
    #expect(throws: LearningError.self) { try boundary.waldTest(of: .probability, equals: 0.5) }
    #expect(try boundary.likelihoodRatioTest(of: .probability, equals: 0.5).statistic > 5)
    for level in [0, 1, -1, Double.nan] {
      #expect(throws: LearningError.self) { try fit.waldInterval(of: .probability, level: level) }
      #expect(throws: LearningError.self) { try fit.exactInterval(level: level) }
    }
  }
}
