import Stats
import Testing

/// Expected values: Tests/Fixtures/stats/make_bayes_robust.py, scipy 1.17.1, and make_bayes_robust_digits.py, mpmath.
@Suite("Values of the distributions that come up with conjugate priors")
struct BayesDistributionValueTests {
  @Test("beta-binomial")
  func betaBinomial() throws {
    let subject = try BetaBinomial(trials: 12, alpha: 2.5, beta: 4)
    let expected = [0: -3.17324180240684, 5: -2.0438578550719755, 12: -5.702670745803511]
    for (k, value) in expected { #expect(abs(subject.logDensity(k) - value) < 1e-13) }
    #expect(abs(subject.survival(9) / 0.04130515387467548 - 1) < 1e-12)
    #expect(abs(subject.variance - 7.005917159763314) < 1e-13)
    #expect(abs(subject.skewness - 0.3128429101488077) < 1e-13)
    #expect(abs(subject.excessKurtosis + 0.5490570872730314) < 1e-12)
  }

  @Test("Lomax")
  func lomax() throws {
    let subject = try Lomax(shape: 5.5, scale: 2)
    #expect(abs(subject.logDensity(3) + 4.944288845503529) < 1e-14)
    #expect(abs(subject.variance - 0.31040564373897706) < 1e-15)
    #expect(abs(subject.skewness - 4.148164983130821) < 1e-13)
    #expect(abs(subject.excessKurtosis - 47.018181818181816) < 1e-12)
  }

  @Test("inverse gamma")
  func inverseGamma() throws {
    let subject = try InverseGamma(shape: 6, scale: 3)
    #expect(abs(subject.logDensity(0.7) - 0.015192311083453314) < 1e-14)
    #expect(abs(subject.cumulative(0.2) / 0.00279242933270091 - 1) < 1e-13)
    #expect(abs(try subject.quantile(0.3) - 0.42823189670164075) < 1e-14)
    #expect(abs(subject.excessKurtosis - 19) < 1e-13)
    let peak = subject.logDensity(subject.mode)
    #expect(peak > subject.logDensity(subject.mode * 1.01) && peak > subject.logDensity(subject.mode * 0.99))
  }

  @Test("highest-density intervals have equal densities at their ends")
  func highestDensity() throws {
    let gamma = try Gamma(shape: 2, scale: 1).highestDensityInterval()
    #expect(abs(gamma.lower - 0.0423633334299565027) < 1e-9 && abs(gamma.upper - 4.76516824738907625) < 1e-8)
    let beta = try Beta(alpha: 9, beta: 5).highestDensityInterval()
    #expect(abs(beta.lower - 0.401306981324351961) < 1e-9 && abs(beta.upper - 0.873687889283086322) < 1e-9)
    let normal = try Normal(mean: 3, standardDeviation: 2).highestDensityInterval(0.9)
    let central = try Normal(mean: 3, standardDeviation: 2).centralInterval(0.9)
    #expect(abs(normal.lower - central.lowerBound) < 1e-7 && abs(normal.upper - central.upperBound) < 1e-7)
    #expect(normal.level == 0.9)
  }

  @Test("highest-density intervals lie at the end of the support that a density rises to")
  func monotone() throws {
    let exponential = try Exponential(rate: 2).highestDensityInterval()
    // -log(0.05) / 2.
    #expect(exponential.lower == 0 && abs(exponential.upper - 1.4978661367769954) < 1e-14)
    let rising = try Beta(alpha: 3, beta: 1).highestDensityInterval(0.5)
    #expect(abs(rising.lower - 0.7937005259840998) < 1e-14 && rising.upper == 1)
    let pole = try Beta(alpha: 0.5, beta: 3).highestDensityInterval()
    #expect(pole.lower == 0)
    let uniform = try Beta(alpha: 1, beta: 1).highestDensityInterval(0.8)
    #expect(uniform.lower == 0 && abs(uniform.upper - 0.8) < 1e-15)
    #expect(throws: (any Error).self) { try Beta(alpha: 0.5, beta: 0.5).highestDensityInterval() }
    for level in [0, 1, -0.5, .nan] {
      #expect(throws: (any Error).self) { try Normal.standard.highestDensityInterval(level) }
    }
  }

  @Test("highest-density intervals are the shortest with their probability")
  func shortest() throws {
    func check(_ subject: some ContinuousDistribution) throws {
      for level in [0.5, 0.95, 0.999] {
        let interval = try subject.highestDensityInterval(level)
        #expect(abs(subject.cumulative(interval.upper) - subject.cumulative(interval.lower) - level) < 1e-12)
        for below in stride(from: 0.02, through: 0.98, by: 0.04).map({ $0 * (1 - level) }) {
          let other = try subject.upperQuantile(1 - level - below) - subject.quantile(below)
          #expect(interval.width <= other * (1 + 1e-12), "\(subject) at \(level)")
        }
      }
    }
    try check(InverseGamma(shape: 3, scale: 2))
    try check(Gamma(shape: 1.2, scale: 3))
    try check(Beta(alpha: 30, beta: 2))
    try check(StudentT(degreesOfFreedom: 3, location: -1, scale: 2))
    try check(LogNormal(logMean: 0, logStandardDeviation: 1.5))
  }
}
