import Learning
import Stats
import Testing

@Suite("The likelihood of a logistic sample")
struct LogisticLikelihoodTests {
  private static let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Logistic.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[4.5, 1], [5.4, 0.2], [-2, 6]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let distribution = try Logistic(location: 4.5, scale: 1.3)
    let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try Logistic.Likelihood(Self.sample).logLikelihood(at: [4.5, 1.3]) - expected) < 1e-13)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 5)
    let distribution = try Logistic(location: 2, scale: 3)
    let error = try expectedInformationError(at: [2, 3], samples: 1000) { _ in
      try Logistic.Likelihood(distribution.samples(5, using: &generator))
    }
    #expect(error < 4)
  }

  @Test("gives what scipy and mpmath give of the waiting for Old Faithful")
  func reference() throws {
    #expect(try Logistic.fit(LikelihoodSamples.waiting()).differences(from: "logistic") == [])
  }

  @Test("converges whatever the unit, and with an observation far out")
  func hardSamples() throws {
    let unit = try Logistic.fit(Self.sample)
    for factor in [1e8, 1e-8] {
      let fit = try Logistic.fit(Self.sample.map { $0 * factor })
      #expect(fit.report.hasConverged)
      #expect(zip(fit.estimates, unit.estimates).allSatisfy { abs($0 / factor / $1 - 1) < 1e-12 })
    }
    let shifted = try Logistic.fit(Self.sample.map { $0 + 1e8 })
    #expect(shifted.report.hasConverged && abs(shifted[.scale] / unit[.scale] - 1) < 1e-7)
    let outlier = try Logistic.fit(Self.sample + [1e9])
    #expect(outlier.report.hasConverged)
    // Beyond the others its pull is that of a slope: score zero to rounding.
    #expect(outlier.likelihood.score(at: outlier.estimates).allSatisfy { abs($0) * 1e8 < 1e-5 })
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Logistic.fit([1, 2, 7, 4], weights: [2, 1, 0, 3])
    let repeated = try Logistic.fit([1, 1, 2, 4, 4, 4])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal observations at the boundary")
  func degenerate() throws {
    let fit = try Logistic.fit([3.25, 3.25])
    #expect(fit.estimates == [3.25, 0] && fit.logLikelihood == .infinity && !fit.isInterior)
  }

  @Test("refuses what is no sample")
  func refusals() {
    #expect(throws: LearningError.self) { try Logistic.fit([]) }
    #expect(throws: LearningError.negativeWeight(row: 0, value: -1)) { try Logistic.fit([1, 2], weights: [-1, 1]) }
  }
}
