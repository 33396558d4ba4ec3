import Learning
import RealModule
import Stats
import Testing

/// Samples of 1 to 12 observations in units from 1e-6 to 1e6, with spreads from a thousandth of the mean to many powers
/// of e, or counts with means from 0.1 to 1000: every fit ends inside, converged and with standard errors, or at a
/// boundary that it reports; and its likelihood-ratio intervals hold the estimates.
@Suite("Every likelihood finds its maximum or says why there is none")
struct LikelihoodRobustnessTests {
  private static let roundCount = 14

  @Test("of any real sample")
  func realSamples() throws {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<Self.roundCount {
      let (unit, spread) = Self.scales(&generator)
      let sample = try Normal(mean: unit, standardDeviation: unit * spread).samples(1 + round % 12, using: &generator)
      #expect(Self.violations(of: try Laplace.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try Logistic.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try StudentT.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try StudentT.fit(sample, degreesOfFreedom: .fixed(4))) == [], "\(sample)")
    }
  }

  @Test("of any positive sample, and of shares")
  func positiveSamples() throws {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<Self.roundCount {
      let (unit, spread) = Self.scales(&generator)
      let sample = try LogNormal(logMean: .log(unit), logStandardDeviation: spread)
        .samples(1 + round % 12, using: &generator)
      #expect(Self.violations(of: try LogNormal.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try Weibull.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try Gamma.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try ChiSquared.fit(sample)) == [], "\(sample)")
      #expect(Self.violations(of: try FDistribution.fit(sample)) == [], "\(sample)")
      let shares = sample.map { min($0 / (unit + $0), 1 - 1e-15) }
      #expect(Self.violations(of: try Beta.fit(shares)) == [], "\(shares)")
    }
  }

  @Test("of any counts")
  func counts() throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<Self.roundCount {
      let mean = Double.pow(10, Double(round % 5) - 1)
      let counts = try NegativeBinomial(mean: mean, size: Self.scales(&generator).spread)
        .samples(1 + round % 12, using: &generator)
      #expect(Self.violations(of: try NegativeBinomial.fit(counts)) == [], "\(counts)")
      #expect(Self.violations(of: try Geometric.fit(counts)) == [], "\(counts)")
      #expect(Self.violations(of: try Categorical.fit(counts.map { $0 % 4 }, categoryCount: 4)) == [], "\(counts)")
    }
  }

  private static func scales(_ generator: inout SeededGenerator) -> (unit: Double, spread: Double) {
    let exponents = [12.0, 4.5].map { $0 * Double(generator.next() >> 11) * 0x1p-53 }
    return (.pow(10, exponents[0] - 6), .pow(10, exponents[1] - 3))
  }

  private static func violations<Function>(of fit: MaximumLikelihood<Function>) -> [String] {
    guard fit.isInterior else { return fit.report.warnings.isEmpty ? ["a boundary without a warning"] : [] }
    var found: [String] = []
    if !fit.report.hasConverged { found.append("\(fit.report)") }
    if fit.standardErrors()?.allSatisfy({ $0 > 0 && $0.isFinite }) != true { found.append("no standard errors") }
    if !fit.logLikelihood.isFinite { found.append("a log-likelihood of \(fit.logLikelihood)") }
    for parameter in fit.likelihood.parameters {
      let interval = try? fit.likelihoodRatioInterval(of: parameter)
      if interval?.contains(fit[parameter]) != true {
        found.append("\(fit[parameter]) outside \(interval.map { "\($0)" } ?? "no interval")")
      }
    }
    return found
  }
}
