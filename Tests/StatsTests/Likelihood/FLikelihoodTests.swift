import Learning
import Stats
import Testing

@Suite("The likelihood of an F sample")
struct FLikelihoodTests {
  private static let sample = [0.41, 1.53, 0.07, 2.62, 0.55, 4.39, 0.9, 1.1]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try FDistribution.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[3, 5], [0.7, 12], [20, 1.4]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let likelihood = try FDistribution.Likelihood(Self.sample)
    for (a, b) in [(3.0, 5.0), (0.2, 100), (4000, 0.5), (30, 40)] {
      let distribution = try FDistribution(numerator: a, denominator: b)
      let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
      #expect(relativeError(likelihood.logLikelihood(at: [a, b]), expected) < 1e-12)
    }
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 11)
    let distribution = try FDistribution(numerator: 4, denominator: 9)
    let error = try expectedInformationError(at: [4, 9], samples: 1500) { _ in
      try FDistribution.Likelihood(distribution.samples(4, using: &generator))
    }
    #expect(error < 4)
  }

  /// mpmath 1.3 to 40 digits: the root of both derivatives of the log-likelihood.
  @Test("gives what mpmath gives")
  func reference() throws {
    let fit = try FDistribution.fit(Self.sample)
    #expect(relativeError(fit[.numerator], 2.659658479313424865) < 1e-10)
    #expect(relativeError(fit[.denominator], 7.719782255295156983) < 1e-10)
    #expect(relativeError(fit.logLikelihood, -11.16325709550239473) < 1e-12)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try FDistribution.fit([0.1, 0.2, 7, 4, 1], weights: [2, 1, 0, 3, 1])
    let repeated = try FDistribution.fit([0.1, 0.1, 0.2, 4, 4, 4, 1])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { relativeError($0, $1) < 1e-9 })
  }

  @Test("puts samples that are less spread than any F at the boundary, and refuses zeros")
  func edges() throws {
    let fit = try FDistribution.fit([1, 1, 1])
    #expect(!fit.isInterior && fit.estimates.contains(.infinity))
    #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
    #expect(
      throws: LearningError.outsideSupport(distribution: "F", row: 1, value: "0.0", support: "numbers above 0")
    ) { try FDistribution.fit([1, 0]) }
  }
}
