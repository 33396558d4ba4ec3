import Learning
import Stats
import Testing

@Suite("The likelihood of categories")
struct CategoricalLikelihoodTests {
  private static let categories = [0, 2, 2, 1, 2, 0, 2, 1, 2, 2]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Categorical.Likelihood(Self.categories)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[0.3, 0.3], [0.1, 0.6], [0.7, 0.1]]).violations == [])
  }

  @Test("is the sum of log-probabilities")
  func sum() throws {
    let distribution = try Categorical(probabilities: [0.3, 0.5, 0.2])
    let expected = Self.categories.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try Categorical.Likelihood(Self.categories).logLikelihood(at: [0.3, 0.5]) - expected) < 1e-13)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 6)
    let distribution = try Categorical(probabilities: [0.3, 0.5, 0.2])
    let error = try expectedInformationError(at: [0.3, 0.5], samples: 1000) { _ in
      try Categorical.Likelihood(
        FrequencyTable(of: distribution.samples(5, using: &generator)), categoryCount: 3)
    }
    #expect(error < 4)
  }

  @Test("gives the shares with the multinomial covariance")
  func estimates() throws {
    let fit = try Categorical.fit(Self.categories)
    #expect(fit.probabilities == [0.2, 0.2, 0.6])
    #expect(fit[.category(1)] == 0.2)
    let covariance = try #require(fit.covariance())
    #expect(abs(covariance[0, 0] - 0.016) < 1e-15 && abs(covariance[0, 1] + 0.004) < 1e-15)
    for (i, row) in [[0.016, -0.004, -0.012], [-0.004, 0.016, -0.012], [-0.012, -0.012, 0.024]].enumerated() {
      for (j, value) in row.enumerated() { #expect(abs(fit.probabilityCovariance[i, j] - value) < 1e-15) }
    }
    #expect(try fit.distribution.probabilities.elementsEqual([0.2, 0.2, 0.6]) { abs($0 - $1) < 1e-15 })
    #expect(abs(fit.aic - (4 - 2 * fit.logLikelihood)) < 1e-12)
  }

  @Test("gives the intervals of one category against the others")
  func intervals() throws {
    let fit = try Categorical.fit(Self.categories)
    let one = try Bernoulli.fit(successes: 2, trials: 10)
    #expect(try fit.wilsonInterval(ofCategory: 1) == one.wilsonInterval())
    let last = try Bernoulli.fit(successes: 6, trials: 10)
    #expect(try fit.wilsonInterval(ofCategory: 2, level: 0.9) == last.wilsonInterval(level: 0.9))
    let ratio = try fit.likelihoodRatioInterval(of: .category(0))
    let expected = try one.likelihoodRatioInterval(of: .probability)
    #expect(abs(ratio.lower - expected.lower) < 1e-10 && abs(ratio.upper - expected.upper) < 1e-10)
    #expect(throws: LearningError.self) { try fit.wilsonInterval(ofCategory: 3) }
  }

  @Test("puts unseen categories at the boundary, the last as the first")
  func degenerate() throws {
    for categories in [[0, 0, 2], [1, 1, 0], [2, 2, 1]] {
      let fit = try Categorical.fit(categories, categoryCount: 3)
      #expect(!fit.isInterior && fit.report.warnings.map(\.kind) == [.boundaryEstimate])
      // log(4/27)
      #expect(abs(fit.logLikelihood + 1.9095425048844386) < 1e-14)
      #expect(try fit.distribution.probabilities.contains(0))
      let unseen = try #require(fit.probabilities.firstIndex(of: 0))
      #expect(try fit.wilsonInterval(ofCategory: unseen).lower == 0)
    }
    let single = try Categorical.fit([0, 0])
    #expect(single.estimates == [] && single.logLikelihood == 0 && single.probabilities == [1])
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    #expect(try Categorical.fit([0, 1, 2], weights: [3, 2, 0]) == Categorical.fit([0, 0, 0, 1, 1]))
  }

  @Test("names its parameters by their categories")
  func names() {
    let parameter = Categorical.Likelihood.Parameter.category(12)
    #expect(parameter.rawValue == "probability of category 12")
    #expect(Categorical.Likelihood.Parameter(rawValue: parameter.rawValue) == parameter)
    #expect(Categorical.Likelihood.Parameter(rawValue: "probability") == nil)
  }

  @Test("refuses numbers that are no category's")
  func refusals() {
    #expect(throws: LearningError.self) { try Categorical.fit([0, -1]) }
    #expect(throws: LearningError.self) { try Categorical.fit([0, Int.max]) }
    #expect(throws: LearningError.self) { try Categorical.fit([0, 3], categoryCount: 3) }
    #expect(throws: LearningError.self) { try Categorical.fit([0, 1], categoryCount: 0) }
    #expect(throws: LearningError.self) { try Categorical.fit([] as [Int]) }
  }
}
