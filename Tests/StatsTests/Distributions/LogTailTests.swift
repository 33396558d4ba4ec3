import RealModule
import Stats
import Testing

/// Logarithms of tails that are below the smallest `Double` themselves. Closed forms; the normal ones by mpmath 1.3,
/// log(erfc(z / sqrt(2)) / 2) to 30 digits.
@Suite("Logarithms of tails")
struct LogTailTests {
  private func expectClose(_ found: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      abs(found - expected) <= 1e-14 * abs(expected), "\(found), expected \(expected)", sourceLocation: sourceLocation)
  }

  @Test("go on where the tails have ended")
  func beyond() throws {
    expectClose(try Exponential(rate: 2).logSurvival(1e4), -2e4)
    expectClose(try Weibull(shape: 2, scale: 3).logSurvival(300), -1e4)
    expectClose(try Laplace(location: 1, scale: 2).logCumulative(-3999), -2000.693147180559945309)
    expectClose(try Laplace(location: 1, scale: 2).logSurvival(4001), -2000.693147180559945309)
    expectClose(try Logistic(location: 1, scale: 2).logCumulative(-3999), -2000)
    expectClose(try Logistic(location: 1, scale: 2).logSurvival(4001), -2000)
    expectClose(Normal.standard.logSurvival(100), -5005.5242086942050886)
    expectClose(try LogNormal(logMean: -100, logStandardDeviation: 1).logSurvival(1), -5005.5242086942050886)
    expectClose(try LogNormal(logMean: 100, logStandardDeviation: 1).logCumulative(1), -5005.5242086942050886)
  }

  @Test("are the logarithms of the tails where these have digits")
  func inside() throws {
    let distributions: [any ContinuousDistribution] = [
      try Exponential(rate: 2), try Weibull(shape: 2, scale: 3), try Laplace(location: 1, scale: 2),
      try Logistic(location: 1, scale: 2), try LogNormal(logMean: 0.5, logStandardDeviation: 0.7), Normal.standard,
      try Gamma(shape: 2, scale: 1),
    ]
    for distribution in distributions {
      for x in [0.01, 0.5, 1, 2, 6] {
        // A tail near 1 has its digits in the other one.
        let (below, above) = (distribution.cumulative(x), distribution.survival(x))
        expectClose(distribution.logSurvival(x), above < 0.5 ? .log(above) : .log(onePlus: -below))
        expectClose(distribution.logCumulative(x), below < 0.5 ? .log(below) : .log(onePlus: -above))
      }
    }
  }

  @Test("are zero and minus infinity beyond the ends, and NaN for NaN")
  func ends() throws {
    let distributions: [any ContinuousDistribution] = [
      try Exponential(rate: 2), try Weibull(shape: 2, scale: 3),
      try LogNormal(logMean: 0.5, logStandardDeviation: 0.7),
    ]
    for distribution in distributions {
      #expect(distribution.logSurvival(-1) == 0 && distribution.logCumulative(-1) == -.infinity)
      #expect(distribution.logSurvival(.nan).isNaN && distribution.logCumulative(.nan).isNaN)
      #expect(distribution.logSurvival(.infinity) == -.infinity && distribution.logCumulative(.infinity) == 0)
    }
  }
}
