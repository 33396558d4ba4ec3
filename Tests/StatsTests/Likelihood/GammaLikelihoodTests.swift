import Learning
import Stats
import Testing

@Suite("The likelihood of a gamma sample")
struct GammaLikelihoodTests {
  private static let sample = [4.1, 5.3, 0.7, 6.2, 5.5, 3.9, 1.0]

  @Test("obeys the laws of likelihoods", arguments: [[4.1, 5.3, 0.7, 6.2, 5.5, 3.9, 1.0], [0.001, 3, 1e-9, 2]])
  func laws(sample: [Double]) throws {
    let likelihood = try Gamma.Likelihood(sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1, 3], [0.3, 12], [12, 0.4]]).violations == [])
  }

  @Test("is the sum of log-densities, for small and large shapes")
  func sum() throws {
    let likelihood = try Gamma.Likelihood(Self.sample)
    for (shape, scale) in [(1.7, 3.2), (0.01, 100), (40, 0.1)] {
      let distribution = try Gamma(shape: shape, scale: scale)
      let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
      #expect(relativeError(likelihood.logLikelihood(at: [shape, scale]), expected) < 1e-13)
    }
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 8)
    let distribution = try Gamma(shape: 1.5, scale: 3)
    let error = try expectedInformationError(at: [1.5, 3], samples: 1000) { _ in
      try Gamma.Likelihood(distribution.samples(5, using: &generator))
    }
    #expect(error < 4)
  }

  @Test("gives what scipy and mpmath give of the waiting for Old Faithful, intervals included")
  func reference() throws {
    #expect(try Gamma.fit(LikelihoodSamples.waiting()).differences(from: "gamma") == [])
  }

  @Test("finds shapes of a thousandth and of a million")
  func hardSamples() throws {
    // With a coefficient of variation of 1e-3 rounding of the observations alone is 1e-13 of it.
    #expect(try Gamma.fit(LikelihoodFixture.data("gammaNarrow")).differences(from: "gammaNarrow", factor: 10) == [])
    #expect(try Gamma.fit(LikelihoodFixture.data("gammaWide")).differences(from: "gammaWide") == [])
  }

  @Test("does not depend on the unit")
  func units() throws {
    let unit = try Gamma.fit(Self.sample)
    for factor in [1e8, 1e-8, 1e100] {
      let fit = try Gamma.fit(Self.sample.map { $0 * factor })
      #expect(fit.report.hasConverged)
      #expect(relativeError(fit[.shape], unit[.shape]) < 1e-12)
      #expect(relativeError(fit[.scale] / factor, unit[.scale]) < 1e-12)
    }
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Gamma.fit([1, 2, -7, 4], weights: [2, 1, 0, 3])
    let repeated = try Gamma.fit([1, 1, 2, 4, 4, 4])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { relativeError($0, $1) < 1e-12 })
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal observations at the boundary, an infinite shape")
  func degenerate() throws {
    for sample in [[3.25], [0.1, 0.1, 0.1]] {
      let fit = try Gamma.fit(sample)
      #expect(fit.estimates == [.infinity, 0] && fit.logLikelihood == .infinity && !fit.isInterior)
      #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
      #expect(throws: LearningError.self) { try fit.distribution }
    }
  }

  @Test("refuses zeros and what is below, by the row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(distribution: "gamma", row: 1, value: "0.0", support: "numbers above 0")
    ) { try Gamma.fit([1, 0]) }
    #expect(throws: LearningError.self) { try Gamma.fit([]) }
  }
}
