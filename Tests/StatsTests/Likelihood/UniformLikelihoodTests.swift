import Foundation
import Learning
import Stats
import Testing

@Suite("The likelihood of a uniform sample")
struct UniformLikelihoodTests {
  @Test("is the sum of log-densities, and nothing where an observation is outside")
  func sum() throws {
    let sample = [2.5, 1.5, 4]
    let likelihood = try Uniform.Likelihood(sample)
    let distribution = try Uniform(lower: 1, upper: 5)
    #expect(abs(likelihood.logLikelihood(at: [1, 5]) - sample.map(distribution.logDensity).reduce(0, +)) < 1e-14)
    #expect(likelihood.logLikelihood(at: [2, 5]) == -.infinity)
    #expect(likelihood.logLikelihood(at: [1, 3.9]) == -.infinity)
    #expect(try JSONDecoder().decode(Uniform.Likelihood.self, from: JSONEncoder().encode(likelihood)) == likelihood)
  }

  /// The derivatives of -3 log(b - a).
  @Test("has its derivatives inside")
  func derivatives() throws {
    let likelihood = try Uniform.Likelihood([2.5, 1.5, 4])
    #expect(likelihood.score(at: [1, 5]) == [0.75, -0.75])
    #expect(likelihood.observedInformation(at: [1, 5]) == [[-0.1875, 0.1875], [0.1875, -0.1875]])
    #expect(likelihood.expectedInformation(at: [1, 5]) == likelihood.observedInformation(at: [1, 5]))
  }

  @Test("is largest at the ends of the sample, and says that errors do not exist")
  func maximum() throws {
    let fit = try Uniform.fit([2.5, 1.5, 4])
    #expect(fit[.lower] == 1.5 && fit[.upper] == 4)
    #expect(abs(fit.logLikelihood + 3 * 0.9162907318741551) < 1e-14)
    #expect(!fit.isInterior && fit.standardErrors() == nil)
    #expect(fit.report.warnings.map(\.kind) == [.boundaryEstimate])
    #expect(throws: LearningError.self) { try fit.waldInterval(of: .lower) }
    #expect(throws: LearningError.self) { try fit.likelihoodRatioInterval(of: .upper) }
    #expect(try fit.distribution == Uniform(lower: 1.5, upper: 4))
  }

  /// 20^(1/2) - 1 of the range 2.5.
  @Test("gives exact intervals of the ends, which cover as often as they say")
  func intervals() throws {
    let fit = try Uniform.fit([2.5, 1.5, 4])
    let upper = try fit.exactInterval(of: .upper)
    #expect(upper.lower == 4 && abs(upper.upper - (4 + 2.5 * 3.4721359549995796)) < 1e-12)
    let lower = try fit.exactInterval(of: .lower)
    #expect(lower.upper == 1.5 && abs(lower.lower - (1.5 - 2.5 * 3.4721359549995796)) < 1e-12)

    var generator = SeededGenerator(seed: 21)
    let distribution = try Uniform(lower: -1, upper: 3)
    var covered = 0.0
    for _ in 0..<2000 {
      let interval = try Uniform.fit(distribution.samples(4, using: &generator)).exactInterval(of: .lower, level: 0.8)
      covered += interval.contains(-1) ? 1 : 0
    }
    // Within four standard errors, √(0.8 · 0.2 / 2000) = 0.0089.
    #expect(abs(covered / 2000 - 0.8) < 0.036)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try Uniform.fit([1, 3, 9], weights: [2, 3, 0])
    let repeated = try Uniform.fit([1, 1, 3, 3, 3])
    #expect(weighted.estimates == repeated.estimates && weighted.logLikelihood == repeated.logLikelihood)
    #expect(try weighted.exactInterval(of: .upper) == repeated.exactInterval(of: .upper))
  }

  @Test("finds no bound where all observations are the same")
  func degenerate() throws {
    let fit = try Uniform.fit([2, 2])
    #expect(fit.estimates == [2, 2] && fit.logLikelihood == .infinity)
    #expect(throws: LearningError.self) { try fit.distribution }
    #expect(throws: LearningError.self) { try fit.exactInterval(of: .lower) }
    #expect(throws: LearningError.self) { try Uniform.fit([1, 2]).exactInterval(of: .lower, level: 1) }
  }
}
