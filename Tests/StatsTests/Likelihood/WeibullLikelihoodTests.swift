import Learning
import RealModule
import Stats
import Testing

@Suite("The likelihood of a Weibull sample")
struct WeibullLikelihoodTests {
  private static let sample = [4.1, 5.3, 0.7, 6.2, 5.5, 3.9, 1.0]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Weibull.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1, 3], [0.3, 12], [3, 5]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let distribution = try Weibull(shape: 1.7, scale: 3.2)
    let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try Weibull.Likelihood(Self.sample).logLikelihood(at: [1.7, 3.2]) - expected) < 1e-13)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 8)
    let distribution = try Weibull(shape: 1.5, scale: 3)
    let error = try expectedInformationError(at: [1.5, 3], samples: 1000) { _ in
      try Weibull.Likelihood(distribution.samples(5, using: &generator))
    }
    #expect(error < 4)
  }

  @Test("gives what scipy and mpmath give of the waiting for Old Faithful, intervals included")
  func reference() throws {
    #expect(try Weibull.fit(LikelihoodSamples.waiting()).differences(from: "weibull") == [])
    // Thirty draws of shape 0.05, over two hundred powers of ten.
    #expect(try Weibull.fit(LikelihoodFixture.data("weibullWide")).differences(from: "weibullWide") == [])
  }

  /// Powers of a sample have its shape over the exponent and its scale to that power: exact, whatever the size.
  @Test("converges for shapes from 0.05 to millions, and in any unit")
  func hardSamples() throws {
    let unit = try Weibull.fit(Self.sample)
    #expect(unit.report.hasConverged)
    for exponent in [40, 0.001] {
      let fit = try Weibull.fit(Self.sample.map { .pow($0, exponent) })
      #expect(fit.report.hasConverged)
      #expect(abs(fit[.shape] * exponent / unit[.shape] - 1) < 1e-10)
      #expect(abs(fit[.scale] / .pow(unit[.scale], exponent) - 1) < 1e-10)
    }
    let narrow = try Weibull.fit([1e6, 1e6 + 1, 1e6 + 3])
    #expect(narrow.report.hasConverged && narrow[.shape] > 1e5)
    for factor in [1e8, 1e-8, 1e100] {
      let fit = try Weibull.fit(Self.sample.map { $0 * factor })
      #expect(fit.report.hasConverged && abs(fit[.scale] / factor / unit[.scale] - 1) < 1e-12)
    }
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Weibull.fit([1, 2, 7, 4], weights: [2, 1, 0, 3])
    let repeated = try Weibull.fit([1, 1, 2, 4, 4, 4])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal observations at the boundary, an infinite shape")
  func degenerate() throws {
    for sample in [[3.25], [3.25, 3.25]] {
      let fit = try Weibull.fit(sample)
      #expect(fit.estimates == [.infinity, 3.25] && fit.logLikelihood == .infinity && !fit.isInterior)
      #expect(throws: LearningError.self) { try fit.distribution }
    }
  }

  @Test("refuses zeros and what is below, by the row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(distribution: "Weibull", row: 2, value: "0.0", support: "numbers above 0")
    ) { try Weibull.fit([1, 2, 0]) }
  }
}
