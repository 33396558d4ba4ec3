import Learning
import Stats
import Testing

@Suite("The likelihood of numbers of failures before a success")
struct GeometricLikelihoodTests {
  private static let counts = [0, 3, 1, 7, 2]

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Geometric.Likelihood(Self.counts)
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[0.5], [0.1], [0.9]]).violations == [])
  }

  @Test("is the sum of log-probabilities")
  func sum() throws {
    let distribution = try Geometric(probability: 0.3)
    let expected = Self.counts.map(distribution.logDensity).reduce(0, +)
    #expect(abs(try Geometric.Likelihood(Self.counts).logLikelihood(at: [0.3]) - expected) < 1e-13)
  }

  @Test("has its expected information")
  func expected() throws {
    var generator = SeededGenerator(seed: 2)
    let distribution = try Geometric(probability: 0.3)
    let error = try expectedInformationError(at: [0.3], samples: 1000) { _ in
      try Geometric.Likelihood(distribution.samples(5, using: &generator))
    }
    #expect(error < 4)
  }

  @Test("gives what scipy gives of deaths by horse kicks")
  func reference() throws {
    #expect(try Geometric.fit(LikelihoodSamples.horseKicks()).differences(from: "geometric") == [])
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Geometric.fit([0, 2, 5], weights: [3, 2, 0])
    let repeated = try Geometric.fit([0, 0, 0, 2, 2])
    #expect(weighted == repeated)
  }

  @Test("puts zeros at the boundary, where the ratio still gives an interval")
  func degenerate() throws {
    let fit = try Geometric.fit([0, 0, 0])
    #expect(fit.estimates == [1] && fit.logLikelihood == 0 && !fit.isInterior)
    // -6 log p = χ² = 3.841458820694124.
    let interval = try fit.likelihoodRatioInterval(of: .probability)
    #expect(interval.upper == 1 && abs(interval.lower - 0.5271642354440204) < 1e-12)
  }

  @Test("refuses what is below zero, by its row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "geometric", row: 1, value: "-1", support: "whole numbers from 0")
    ) { try Geometric.fit([2, -1]) }
  }
}
