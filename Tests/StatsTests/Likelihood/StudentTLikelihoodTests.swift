import Learning
import Stats
import Testing

@Suite("The likelihood of a Student t sample")
struct StudentTLikelihoodTests {
  private static let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0, 12, 4.9, 5.1, -6]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let estimated = try StudentT.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: estimated, points: [[5, 1, 3], [4, 0.3, 0.7], [-2, 6, 40]]).violations == [])
    let fixed = try StudentT.Likelihood(Self.sample, degreesOfFreedom: .fixed(4))
    #expect(LikelihoodLaws(likelihood: fixed, points: [[5, 1], [4, 0.3], [-2, 6]]).violations == [])
    #expect(fixed.parameters == [.location, .scale])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let likelihood = try StudentT.Likelihood(Self.sample)
    for degrees in [0.3, 4, 1e9] {
      let distribution = try StudentT(degreesOfFreedom: degrees, location: 4.5, scale: 1.3)
      let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
      #expect(relativeError(likelihood.logLikelihood(at: [4.5, 1.3, degrees]), expected) < 1e-13)
    }
    let normal = try Normal.Likelihood(Self.sample).logLikelihood(at: [4.5, 1.3])
    #expect(relativeError(likelihood.logLikelihood(at: [4.5, 1.3, .infinity]), normal) < 1e-14)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 8)
    let distribution = try StudentT(degreesOfFreedom: 3, location: 1, scale: 2)
    let error = try expectedInformationError(at: [1, 2, 3], samples: 1000) { _ in
      try StudentT.Likelihood(distribution.samples(10, using: &generator))
    }
    #expect(error < 4)
  }

  /// Derivatives where they are differences of nearly equal terms: mpmath, at location 0, scale 1, of x = 0.5 and 3.
  @Test("keeps the digits of derivatives in the degrees of freedom where there are many")
  func manyDegrees() throws {
    let likelihood = try StudentT.Likelihood([0.5, 3])
    for (degrees, score, information) in Self.derivativesOfManyDegrees {
      #expect(relativeError(likelihood.score(at: [0, 1, degrees])[2], score) < 1e-9)
      #expect(relativeError(likelihood.observedInformation(at: [0, 1, degrees])[2, 2], information) < 1e-7)
    }
  }

  private static let derivativesOfManyDegrees: [(Double, Double, Double)] = [
    (2, -0.10059022809759799, 0.081726477994136588),
    (1000.0, -1.4940227011361491e-5, -2.9682112043211011e-8),
    (1000000.0, -1.5140422528137765e-11, -3.0280642586509373e-17),
  ]

  @Test("gives what scipy and mpmath give of magnesium in wine")
  func reference() throws {
    let sample = try LikelihoodSamples.magnesium()
    #expect(try StudentT.fit(sample).differences(from: "studentT") == [])
    #expect(try StudentT.fit(sample, degreesOfFreedom: .fixed(4)).differences(from: "studentT4") == [])
  }

  @Test("is not moved by three observations in millions")
  func outliers() throws {
    let sample = try LikelihoodFixture.data("studentTOutliers")
    #expect(try StudentT.fit(sample).differences(from: "studentTOutliers") == [])
  }

  @Test("does not depend on the unit or the origin")
  func units() throws {
    let unit = try StudentT.fit(Self.sample)
    for factor in [1e8, 1e-8] {
      let fit = try StudentT.fit(Self.sample.map { $0 * factor })
      #expect(fit.report.hasConverged)
      #expect(relativeError(fit[.degreesOfFreedom], unit[.degreesOfFreedom]) < 1e-10)
      #expect(relativeError(fit[.scale] / factor, unit[.scale]) < 1e-10)
    }
    let shifted = try StudentT.fit(Self.sample.map { $0 + 1e6 })
    #expect(relativeError(shifted[.degreesOfFreedom], unit[.degreesOfFreedom]) < 1e-7)
  }

  @Test("reports light tails as the normal limit, which still has intervals")
  func normalLimit() throws {
    let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0]
    let fit = try StudentT.fit(sample)
    let normal = try Normal.fit(sample)
    #expect(fit.estimates == normal.estimates + [.infinity])
    #expect(relativeError(fit.logLikelihood, normal.logLikelihood) < 1e-14)
    #expect(!fit.isInterior && fit.report.warnings.map(\.kind) == [.boundaryEstimate])
    #expect(throws: LearningError.self) { try fit.distribution }
    let degrees = try fit.likelihoodRatioInterval(of: .degreesOfFreedom)
    #expect(degrees.upper == .infinity && degrees.lower > 0.1 && degrees.lower < 10)
    // The ends of the location's interval: the best of all degrees of freedom there is χ²/2 = 1.9207… lower.
    let location = try fit.likelihoodRatioInterval(of: .location)
    let gaussian = try normal.likelihoodRatioInterval(of: .mean)
    #expect(location.lower <= gaussian.lower + 1e-9 && location.upper >= gaussian.upper - 1e-9)
    #expect(location.lower > 3 && location.upper < 7)
  }

  @Test("finds many degrees of freedom where tails are hardly heavier than the normal distribution's")
  func nearlyNormal() throws {
    // Quantiles, of which the outermost lack a little of the tails.
    let distribution = try StudentT(degreesOfFreedom: 10)
    let sample = try (1..<400).map { try distribution.quantile(Double($0) / 400) }
    let fit = try StudentT.fit(sample)
    #expect(fit.isInterior && fit.report.hasConverged)
    #expect(fit[.degreesOfFreedom] > 10 && fit[.degreesOfFreedom] < 20)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try StudentT.fit(Self.sample + [100], weights: [2] + [Double](repeating: 1, count: 10) + [0])
    let repeated = try StudentT.fit(Self.sample + [Self.sample[0]])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { relativeError($0, $1) < 1e-9 })
  }

  @Test("reports a likelihood without bound where too many observations are the same")
  func collapse() throws {
    for sample: [Double] in [[2], [2, 2], [2, 2, 2, 5, 7]] {
      let fit = try StudentT.fit(sample)
      #expect(fit.estimates == [2, 0, 0] && fit.logLikelihood == .infinity && !fit.isInterior)
    }
    // Three of five: below 3/2 degrees of freedom without bound, above it not.
    let cauchy = try StudentT.fit([2, 2, 2, 5, 7], degreesOfFreedom: .fixed(1))
    #expect(cauchy.estimates == [2, 0] && cauchy.logLikelihood == .infinity)
    let four = try StudentT.fit([2, 2, 2, 5, 7], degreesOfFreedom: .fixed(4))
    #expect(four.isInterior && four.report.hasConverged)
    // Two of eight: a third is not many, and the maximum is elsewhere.
    let tied = try StudentT.fit([1, 2, 2, 3, 4, 6, -4, 15])
    #expect(tied.isInterior && tied[.degreesOfFreedom] > 1.0 / 3)
  }

  @Test("refuses degrees of freedom that are none")
  func refusals() {
    for degrees in [0, -1, Double.infinity, Double.nan] {
      #expect(throws: LearningError.self) { try StudentT.fit([1, 2], degreesOfFreedom: .fixed(degrees)) }
    }
    #expect(throws: LearningError.self) { try StudentT.fit([]) }
  }
}
