import Foundation
import Learning
import Stats
import Testing

@Suite("The Dirichlet distribution as a prior")
struct DirichletTests {
  private static let categories = [0, 2, 1, 0, 0, 2, 0]

  @Test("has the density and entropy of SciPy's")
  func values() throws {
    // Tests/Fixtures/stats/make_bayes_robust.py, scipy 1.17.1.
    let subject = try Dirichlet(concentrations: [0.5, 2, 3.5])
    #expect(abs(subject.logDensity([0.2, 0.3, 0.5]) - 0.8820313980015224) < 1e-14)
    #expect(abs(subject.entropy + 2.0582311419371573) < 1e-13)
    #expect(subject.logDensity([0.2, 0.3, 0.4]) == -.infinity && subject.logDensity([1.2, -0.2, 0]) == -.infinity)
    #expect(subject.logDensity([0, 0.5, 0.5]) == .infinity && subject.logDensity([0, 1, 0]) == -.infinity)
    #expect(subject.logDensity([.nan, 0.5, 0.5]).isNaN)
  }

  @Test("is updated by Bayes' rule, and gives evidence category by category")
  func bayesRule() throws {
    let prior = try Dirichlet(concentrations: [0.5, 2, 3.5])
    let likelihood = try Categorical.Likelihood(Self.categories)
    let posterior = try prior.posterior(given: likelihood)
    #expect(posterior.concentrations == [4.5, 3, 5.5])
    let logEvidence = try prior.logEvidence(of: likelihood)
    expectBayesRule(
      prior: prior, posterior: posterior, logEvidence: logEvidence, grid: [[0.2, 0.3, 0.5], [0.6, 0.35, 0.05]]
    ) { likelihood.logLikelihood(at: [$0[0], $0[1]]) }
    var belief = prior
    var sum = 0.0
    for category in Self.categories {
      sum += try belief.predictive(of: Categorical.self).logDensity(category)
      belief = try belief.posterior(given: Categorical.Likelihood([category]))
    }
    #expect(belief == posterior && abs(sum - logEvidence) < 1e-12)
  }

  @Test("with uniform density has the shares for its posterior's mode")
  func uniform() throws {
    let prior = try Dirichlet(concentrations: [1, 1, 1])
    #expect(prior.mode == nil)
    #expect(try Dirichlet(concentrations: [0.5, 3]).mode == nil)
    let fit = try Categorical.fit(Self.categories)
    let mode = try #require(try prior.posterior(given: fit.likelihood).mode)
    for (found, expected) in zip(mode, fit.probabilities) { #expect(abs(found - expected) < 1e-15) }
  }

  @Test("gives samples of its means and marginals")
  func samples() throws {
    let subject = try Dirichlet(concentrations: [0.05, 2, 3.5])
    var generator = SeededGenerator(seed: 41)
    let draws = subject.samples(3000, using: &generator)
    for k in 0..<3 {
      let marginal = try subject.marginal(of: k)
      #expect(abs(marginal.mean - subject.mean[k]) < 1e-15)
      let moments = try SampleMoments(of: draws.map { $0[k] })
      #expect(abs(moments.mean - marginal.mean) < 5 * marginal.standardDeviation / 3000.0.squareRoot())
      #expect(abs(moments.standardDeviation() / marginal.standardDeviation - 1) < 0.2)
    }
    #expect(draws.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-14 })
    // Of two categories it is the beta distribution.
    let (two, beta) = (try Dirichlet(concentrations: [2, 5]), try Beta(alpha: 2, beta: 5))
    #expect(abs(two.logDensity([0.3, 0.7]) - beta.logDensity(0.3)) < 1e-14)
    #expect(abs(two.entropy - beta.entropy) < 1e-14)
  }

  @Test("is coded, described, and refused where it does not exist")
  func refusals() throws {
    let subject = try Dirichlet(concentrations: [1, 1, 2])
    #expect(try JSONDecoder().decode(Dirichlet.self, from: JSONEncoder().encode(subject)) == subject)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Dirichlet.self, from: Data(#"{"concentrations":[1,0]}"#.utf8))
    }
    #expect("\(subject)" == "Dirichlet(concentrations 1, 1, 2)")
    #expect("\(try Dirichlet(concentrations: .init(repeating: 1, count: 9)))" == "Dirichlet(9 categories)")
    #expect(throws: LearningError.self) { try Dirichlet(concentrations: [1]) }
    #expect(throws: LearningError.self) { try Dirichlet(concentrations: [1, .infinity]) }
    #expect(throws: LearningError.self) { try Dirichlet(concentrations: [1e308, 1e308]) }
    #expect(throws: LearningError.self) { try subject.marginal(of: 3) }
    #expect(throws: LearningError.self) { try subject.posterior(given: Categorical.Likelihood([0, 3])) }
  }
}
