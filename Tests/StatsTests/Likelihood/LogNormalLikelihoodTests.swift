import Foundation
import Learning
import Stats
import Testing

@Suite("The likelihood of a log-normal sample")
struct LogNormalLikelihoodTests {
  private static let sample = [0.8, 2.5, 1.1, 9.4, 0.3]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try LogNormal.Likelihood(Self.sample)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[0.5, 1], [-1, 0.4], [2, 3]]).violations == [])
  }

  @Test("is the sum of log-densities")
  func sum() throws {
    let distribution = try LogNormal(logMean: 0.2, logStandardDeviation: 1.4)
    let expected = Self.sample.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try LogNormal.Likelihood(Self.sample).logLikelihood(at: [0.2, 1.4]) - expected) < 1e-13)
  }

  @Test("gives what scipy gives of Old Faithful's eruptions")
  func reference() throws {
    #expect(try LogNormal.fit(LikelihoodSamples.eruptions()).differences(from: "logNormal") == [])
  }

  @Test("counts weights as repetitions, and leaves out what has none")
  func weights() throws {
    let weighted = try LogNormal.fit([1, 2, -4, 5], weights: [2, 3, 0, 1])
    let repeated = try LogNormal.fit([1, 1, 2, 2, 2, 5])
    #expect(zip(weighted.estimates, repeated.estimates).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
  }

  @Test("puts equal observations at the boundary")
  func degenerate() throws {
    let fit = try LogNormal.fit([2, 2, 2])
    #expect(fit.estimates == [0.6931471805599453, 0] && fit.logLikelihood == .infinity)
    #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
  }

  @Test("survives a file also where its estimates are infinite")
  func coding() throws {
    for sample in [[2, 2, 2], Self.sample] {
      let fit = try LogNormal.fit(sample)
      let file = try JSONEncoder().encode(fit)
      #expect(try JSONDecoder().decode(MaximumLikelihood<LogNormal.Likelihood>.self, from: file) == fit)
    }
  }

  @Test("refuses what is not above zero, by its row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "log-normal", row: 1, value: "0.0", support: "numbers above 0")
    ) { try LogNormal.fit([1, 0]) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 0, value: .infinity)) {
      try LogNormal.fit([.infinity])
    }
  }
}
