import Learning
import Stats
import Testing

@Suite("The likelihood of a beta sample")
struct BetaLikelihoodTests {
  private static let sample = [0.41, 0.53, 0.07, 0.62, 0.55, 0.39, 0.1]

  @Test("obeys the laws of likelihoods", arguments: [[0.41, 0.53, 0.07, 0.62, 0.55, 0.39, 0.1], [0.999, 0.9, 0.001]])
  func laws(sample: [Double]) throws {
    let likelihood = try Beta.Likelihood(sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1, 3], [0.3, 12], [12, 0.4]]).violations == [])
  }

  @Test("is the sum of log-densities, for small and large parameters")
  func sum() throws {
    let likelihood = try Beta.Likelihood(Self.sample)
    for (alpha, beta) in [(1.7, 3.2), (0.01, 100), (40, 0.1), (20, 30)] {
      let distribution = try Beta(alpha: alpha, beta: beta)
      let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
      #expect(relativeError(likelihood.logLikelihood(at: [alpha, beta]), expected) < 1e-13)
    }
  }

  @Test("gives what scipy and mpmath give of Old Faithful's eruptions over six minutes")
  func reference() throws {
    #expect(try Beta.fit(LikelihoodSamples.eruptions().map { $0 / 6 }).differences(from: "beta") == [])
  }

  @Test("finds alpha of a hundredth beside beta of a hundred, and large ones of both")
  func hardSamples() throws {
    #expect(try Beta.fit(LikelihoodFixture.data("betaSkewed")).differences(from: "betaSkewed") == [])
    let narrow = try Beta.fit([0.3, 0.3 + 1e-6, 0.3 - 3e-6])
    #expect(narrow.report.hasConverged && narrow[.alpha] > 1e9)
    // The mean of the distribution is then that of the sample.
    #expect(relativeError(narrow[.alpha] / (narrow[.alpha] + narrow[.beta]), 0.3 - 2e-6 / 3) < 1e-9)
  }

  @Test("exchanges its parameters with the ends")
  func symmetry() throws {
    let fit = try Beta.fit(Self.sample)
    let mirrored = try Beta.fit(Self.sample.map { 1 - $0 })
    #expect(relativeError(fit[.alpha], mirrored[.beta]) < 1e-12 && relativeError(fit[.beta], mirrored[.alpha]) < 1e-12)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Beta.fit([0.1, 0.2, 7, 0.4], weights: [2, 1, 0, 3])
    let repeated = try Beta.fit([0.1, 0.1, 0.2, 0.4, 0.4, 0.4])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { relativeError($0, $1) < 1e-12 })
  }

  @Test("puts equal observations at the boundary")
  func degenerate() throws {
    for sample in [[0.25], [0.1, 0.1, 0.1]] {
      let fit = try Beta.fit(sample)
      #expect(fit.estimates == [.infinity, .infinity] && fit.logLikelihood == .infinity && !fit.isInterior)
    }
  }

  @Test("refuses the ends, by the row")
  func refusals() {
    for end in [0.0, 1] {
      #expect(
        throws: LearningError.outsideSupport(
          distribution: "beta", row: 1, value: "\(end)", support: "numbers between 0 and 1")
      ) { try Beta.fit([0.5, end]) }
    }
  }
}
