import RealModule
import Stats
import Testing

/// The section "Exponential" of Documentation/Guides/MaximumLikelihood.md, line by line.
@Suite("Derivation of the estimate of an exponential rate")
struct ExponentialEstimate {
  let x = [0.3, 2.2, 0.05, 1.7, 0.9]
  let likelihood: Exponential.Likelihood
  let points = [0.2, 0.9, 3.0]

  init() throws { likelihood = try Exponential.Likelihood(x) }

  private func l(_ rate: Double) -> Double { 5 * .log(rate) - rate * x.reduce(0, +) }

  @Test("(1) the log-likelihood is n log λ - λ Σx")
  func logLikelihood() throws {
    for rate in points {
      let exponential = try Exponential(rate: rate)
      #expect(abs(x.map(exponential.logDensity).reduce(0, +) - l(rate)) <= 1e-13 * max(1, abs(l(rate))))
      #expect(abs(likelihood.logLikelihood(at: [rate]) - l(rate)) <= 1e-13 * max(1, abs(l(rate))))
    }
  }

  @Test("(2) its derivative is n/λ - Σx, zero at one over the mean")
  func score() throws {
    for rate in points {
      let formula = 5 / rate - x.reduce(0, +)
      #expect(abs(formula - Calculus.derivative(at: rate, of: l)) <= 1e-7 * max(1, abs(formula)))
      #expect(abs(formula - likelihood.score(at: [rate])[0]) <= 1e-13 * max(1, abs(formula)))
    }
    #expect(abs(try Exponential.fit(x)[.rate] - 5 / 5.15) <= 1e-15)
  }

  @Test("(3) both informations are n/λ², whatever the sample")
  func information() {
    for rate in points {
      let formula = 5 / (rate * rate)
      #expect(abs(formula + Calculus.secondDerivative(at: rate, of: l)) <= 1e-3 * formula)
      #expect(abs(formula - likelihood.observedInformation(at: [rate])[0, 0]) <= 1e-13 * formula)
      #expect(abs(formula - likelihood.expectedInformation(at: [rate])[0, 0]) <= 1e-13 * formula)
    }
  }

  @Test("(4) at the ends of the exact interval 2nλx̄ is the chi-squared quantile with 2n degrees of freedom")
  func exact() throws {
    let interval = try Exponential.fit(x).exactInterval()
    let chiSquared = try ChiSquared(degreesOfFreedom: 10)
    #expect(abs(chiSquared.cumulative(2 * interval.lower * 5.15) - 0.025) <= 1e-14)
    #expect(abs(chiSquared.survival(2 * interval.upper * 5.15) - 0.025) <= 1e-14)
  }

  @Test("(5) the mean of the estimate is n/(n - 1) λ: 1/x̄ averaged over the sum's gamma distribution")
  func bias() throws {
    let (n, rate) = (5.0, 0.7)
    let sums = try Gamma(shape: n, scale: 1 / rate)
    let mean = Calculus.integral(from: 1e-6, to: 120) { n / $0 * sums.density($0) }
    #expect(abs(mean - n / (n - 1) * rate) <= 1e-9)
    let meanOfMeans = Calculus.integral(from: 0, to: 120) { $0 / n * sums.density($0) }
    #expect(abs(meanOfMeans - 1 / rate) <= 1e-9)
  }
}
