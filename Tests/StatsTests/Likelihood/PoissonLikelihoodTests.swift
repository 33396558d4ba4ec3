import Learning
import Stats
import Testing

/// Reference values: scipy 1.17.1, by the quantiles of the chi-squared distribution and Brent's method on the deviance.
@Suite("The likelihood of counts")
struct PoissonLikelihoodTests {
  /// The ten corps that Bortkiewicz kept.
  private static let horseKicks: [UInt8] = zip([0, 1, 2, 3, 4], [109, 65, 22, 3, 1]).flatMap {
    Array(repeating: $0, count: $1)
  }

  @Test("obeys the laws of likelihoods")
  func laws() throws {
    let likelihood = try Poisson.Likelihood([3, 0, 1, 7, 2])
    #expect(LikelihoodLaws(likelihood: likelihood, points: [[1], [0.3], [8]]).violations == [])
    let exposed = try Poisson.Likelihood([3, 0, 1], exposures: [2.5, 1, 0.3])
    #expect(LikelihoodLaws(likelihood: exposed, points: [[1], [0.3], [8]]).violations == [])
  }

  @Test("gives the horse kicks' mean, standard error, likelihood and intervals")
  func horseKicks() throws {
    let fit = try Poisson.fit(Self.horseKicks)
    #expect(fit[.mean] == 0.61)
    #expect(abs(try #require(fit.standardError(of: .mean)) - 0.055226805085936304) < 1e-16)
    #expect(abs(fit.logLikelihood - -206.1067214717541) < 1e-11)
    let exact = try fit.exactInterval()
    #expect(abs(exact.lower - 0.5065681318074294) < 1e-13 && abs(exact.upper - 0.7283408492583352) < 1e-13)
    let score = try fit.scoreInterval()
    #expect(abs(score.lower - 0.5109358991234223) < 1e-14 && abs(score.upper - 0.7282713949800484) < 1e-14)
    let ratio = try fit.likelihoodRatioInterval(of: .mean)
    #expect(abs(ratio.lower - 0.5080629445852441) < 1e-12 && abs(ratio.upper - 0.7247374404906892) < 1e-12)
  }

  @Test("takes counts of any width, weights, and tables")
  func forms() throws {
    #expect(try Poisson.fit([0, 1, 5] as [Int32])[.mean] == 2)
    #expect(try Poisson.fit([0, 1, 5] as ArraySlice<UInt64>)[.mean] == 2)
    #expect(try Poisson.fit([0, 4], weights: [3, 1])[.mean] == 1)
    #expect(try Poisson.fit(FrequencyTable(of: [0, 0, 0, 4]))[.mean] == 1)
  }

  @Test("puts zeros at the boundary, with intervals that begin there")
  func degenerate() throws {
    let fit = try Poisson.fit([0, 0, 0, 0])
    #expect(fit.estimates == [0] && fit.logLikelihood == 0 && !fit.isInterior)
    #expect(try fit.distribution.mean == 0)
    // The rule of three, and its refinements: -log(0.025)/4, 3.84/4, 1.92/4.
    #expect(abs(try fit.exactInterval().upper - 0.9222198635284844) < 1e-14)
    #expect(abs(try fit.scoreInterval().upper - 0.9603647051735315) < 1e-14)
    #expect(abs(try fit.likelihoodRatioInterval(of: .mean).upper - 0.48018235258676574) < 1e-12)
    #expect(try fit.exactInterval().lower == 0 && fit.likelihoodRatioInterval(of: .mean).lower == 0)
  }

  @Test("refuses what is no count, by its row")
  func refusals() {
    #expect(
      throws: LearningError.outsideSupport(
        distribution: "Poisson", row: 2, value: "-1", support: "whole numbers from 0")
    ) { try Poisson.fit([0, 3, -1]) }
    #expect(throws: LearningError.self) { try Poisson.fit([] as [Int]) }
    #expect(throws: LearningError.countMismatch(.exposures, count: 1, rowCount: 2)) {
      try Poisson.fit([1, 2], exposures: [1])
    }
    for exposure in [0, -1, Double.nan, .infinity] {
      #expect(throws: LearningError.self) { try Poisson.fit([1, 2], exposures: [1, exposure]) }
    }
  }
}
