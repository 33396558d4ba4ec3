import Learning
import Stats
import Testing

@Suite("The likelihood of a chi-squared sample")
struct ChiSquaredLikelihoodTests {
  private static let sample = [4.1, 5.3, 0.7, 6.2, 5.5, 3.9, 1.0]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try ChiSquared.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1], [0.2], [9]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let distribution = try ChiSquared(degreesOfFreedom: 3.3)
    let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try ChiSquared.Likelihood(Self.sample).logLikelihood(at: [3.3]) - expected) < 1e-13)
  }

  @Test("gives what scipy and mpmath give of Old Faithful's eruptions")
  func reference() throws {
    #expect(try ChiSquared.fit(LikelihoodSamples.eruptions()).differences(from: "chiSquared") == [])
  }

  /// One observation is 2 exp(ψ(ν/2)); by mpmath.
  @Test("gives back the degrees of freedom from the mean logarithm, few or many")
  func inversion() throws {
    for (observation, degrees) in [
      (0.28072974178344258, 1.0), (999.00016683339708, 1000), (5.9436160163536758e-05, 0.2),
    ] {
      let fit = try ChiSquared.fit([observation])
      #expect(fit.isInterior && fit.report.hasConverged)
      #expect(relativeError(fit[.degreesOfFreedom], degrees) < 1e-12)
    }
  }

  @Test("counts weights as repetitions, and has a maximum for equal observations")
  func weights() throws {
    let weighted = try ChiSquared.fit([1, 4], weights: [2, 3])
    let repeated = try ChiSquared.fit([1, 1, 4, 4, 4])
    #expect(relativeError(weighted[.degreesOfFreedom], repeated[.degreesOfFreedom]) < 1e-13)
    #expect(try ChiSquared.fit([2, 2]).isInterior)
  }

  @Test("refuses zeros, by the row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "chi-squared", row: 1, value: "0.0", support: "numbers above 0")
    ) { try ChiSquared.fit([1, 0]) }
  }
}
