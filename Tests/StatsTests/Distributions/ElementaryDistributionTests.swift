import Foundation
import Stats
import Testing

/// Values to 50 digits; see Tests/Fixtures/stats/make_distributions_elementary.py. Null is for what no normal double
/// holds.
private struct ElementaryFixture: Decodable {
  struct Case: Decodable {
    let parameters: [Double]
    /// Mean, variance, skewness, excess kurtosis and entropy.
    let moments: [Double?]
    /// x, log density, cumulative probability and survival.
    let values: [[Double?]]
    /// p and its quantiles in the lower and in the upper tail.
    let quantiles: [[Double?]]?
  }

  let continuous: [String: [Case]]
  let discrete: [String: [Case]]
  /// x, log P(X ≤ x) and log P(X > x).
  let normalLogTails: [[Double?]]

  static let shared: Result<ElementaryFixture, any Error> = Result { try fixture("distributions_elementary") }
}

@Suite("Distributions of closed form, to 1e-13")
struct ElementaryDistributionTests {
  private static let continuous: [String: @Sendable ([Double]) throws -> any ContinuousDistribution] = [
    "normal": { try Normal(mean: $0[0], standardDeviation: $0[1]) },
    "log-normal": { try LogNormal(logMean: $0[0], logStandardDeviation: $0[1]) },
    "uniform": { try Uniform(lower: $0[0], upper: $0[1]) },
    "exponential": { try Exponential(rate: $0[0]) },
    "Laplace": { try Laplace(location: $0[0], scale: $0[1]) },
    "logistic": { try Logistic(location: $0[0], scale: $0[1]) },
    "Weibull": { try Weibull(shape: $0[0], scale: $0[1]) },
  ]

  private static let discrete: [String: @Sendable ([Double]) throws -> any DiscreteDistribution] = [
    "Bernoulli": { try Bernoulli(probability: $0[0]) },
    "geometric": { try Geometric(probability: $0[0]) },
  ]

  @Test("have their moments and entropies")
  func moments() throws {
    let fixture = try ElementaryFixture.shared.get()
    for (name, cases) in fixture.continuous {
      let make = try #require(Self.continuous[name])
      for entry in cases { compareMoments(try make(entry.parameters), entry) }
    }
    for (name, cases) in fixture.discrete {
      let make = try #require(Self.discrete[name])
      for entry in cases { compareMoments(try make(entry.parameters), entry) }
    }
  }

  private func compareMoments(_ distribution: some UnivariateDistribution, _ entry: ElementaryFixture.Case) {
    let moments = [
      distribution.mean, distribution.variance, distribution.skewness, distribution.excessKurtosis,
      distribution.entropy,
    ]
    for (index, (found, expected)) in zip(moments, entry.moments).enumerated() {
      guard let expected else { continue }
      // Kurtosis and entropy cross zero.
      let error = index < 3 ? relativeError(found, expected) : abs(found - expected) / max(1, abs(expected))
      // A huge moment is the exponential of a logarithm, whose rounding error it multiplies.
      let conditioning = max(1, log(abs(expected)) / 100)
      #expect(error < 1e-13 * conditioning, "\(distribution), moment \(index + 1): \(found) where \(expected) is due")
    }
  }

  @Test("have their densities and both tails", arguments: Array(continuous.keys))
  func continuousTails(name: String) throws {
    let cases = try #require(ElementaryFixture.shared.get().continuous[name])
    let make = try #require(Self.continuous[name])
    for entry in cases {
      var worst = (density: WorstRow(), tail: WorstRow())
      let distribution = try make(entry.parameters)
      for row in entry.values {
        let x = try #require(row[0])
        let scale = max(1, 1 / abs(row[1] ?? 1))
        worst.density.compare(distribution.logDensity(x), row[1], row, scale: scale)
        worst.tail.compare(distribution.cumulative(x), row[2], row)
        worst.tail.compare(distribution.survival(x), row[3], row)
      }
      #expect(worst.density.error < 1e-13, "\(distribution): \(worst.density)")
      #expect(worst.tail.error < 1e-13, "\(distribution): \(worst.tail)")
    }
  }

  @Test("have their quantiles in both tails", arguments: Array(continuous.keys))
  func quantiles(name: String) throws {
    let cases = try #require(ElementaryFixture.shared.get().continuous[name])
    let make = try #require(Self.continuous[name])
    for entry in cases {
      var worst = WorstRow()
      let distribution = try make(entry.parameters)
      for row in try #require(entry.quantiles) {
        let p = try #require(row[0])
        worst.compare(try distribution.quantile(p), row[1], row)
        worst.compare(try distribution.upperQuantile(p), row[2], row)
      }
      #expect(worst.error < 1e-13, "\(distribution): \(worst)")
    }
  }

  @Test("have their probabilities and both tails on the whole numbers", arguments: Array(discrete.keys))
  func discreteTails(name: String) throws {
    let cases = try #require(ElementaryFixture.shared.get().discrete[name])
    let make = try #require(Self.discrete[name])
    for entry in cases {
      var worst = WorstRow()
      let distribution = try make(entry.parameters)
      for row in entry.values {
        let k = Int(try #require(row[0]))
        worst.compare(distribution.logDensity(k), row[1], row)
        worst.compare(distribution.cumulative(k), row[2], row)
        worst.compare(distribution.survival(k), row[3], row)
      }
      #expect(worst.error < 1e-13, "\(distribution): \(worst)")
    }
  }

  @Test("have the logarithms of the normal tails where the tails themselves are zero")
  func normalLogTails() throws {
    var worst = WorstRow()
    for row in try ElementaryFixture.shared.get().normalLogTails {
      let x = try #require(row[0])
      worst.compare(Normal.standard.logCumulative(x), row[1], row)
      worst.compare(Normal.standard.logSurvival(x), row[2], row)
    }
    #expect(worst.error < 1e-14, "\(worst)")
    #expect(Normal.standard.logCumulative(-.infinity) == -.infinity)
    #expect(Normal.standard.logSurvival(-.infinity) == 0)
    #expect(Normal.standard.logCumulative(-1e300) == -.infinity)
    #expect(Normal.standard.logCumulative(.nan).isNaN)
  }
}
