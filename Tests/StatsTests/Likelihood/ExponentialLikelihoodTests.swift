import Learning
import Stats
import Testing

@Suite("The likelihood of an exponential sample")
struct ExponentialLikelihoodTests {
  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Exponential.Likelihood([0.3, 2.2, 0, 1.7], weights: nil)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1], [0.2], [5]]).violations == [])
  }

  @Test("is the sum of log-densities, largest at one over the mean")
  func sum() throws {
    let sample = [0.3, 2.2, 0.05, 1.7]
    let fit = try Exponential.fit(sample)
    #expect(abs(fit[.rate] - 4 / 4.25) < 1e-15)
    #expect(abs(fit.logLikelihood - sample.map(try fit.distribution.logDensity).reduce(0, +)) < 1e-13)
    #expect(abs(try #require(fit.standardError(of: .rate)) - fit[.rate] / 2) < 1e-15)
  }

  @Test("puts zeros at the boundary")
  func degenerate() throws {
    let fit = try Exponential.fit([0, 0])
    #expect(fit.estimates == [.infinity] && !fit.isInterior && fit.logLikelihood == .infinity)
  }

  @Test("refuses what is below zero, by its row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "exponential", row: 1, value: "-0.5", support: "numbers from 0 on")
    ) { try Exponential.fit([1, -0.5]) }
  }
}
