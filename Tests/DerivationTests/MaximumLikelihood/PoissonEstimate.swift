import RealModule
import Stats
import Testing

/// The section "Poisson" of Documentation/Guides/MaximumLikelihood.md, line by line, on Bortkiewicz's ten corps: 122
/// deaths in 200 corps-years.
@Suite("Derivation of the estimate of a rate")
struct PoissonEstimate {
  let counts: [Int8]
  let likelihood: Poisson.Likelihood
  let fit: MaximumLikelihood<Poisson.Likelihood>
  let points = [0.1, 0.5, 1.0, 4.0]

  init() throws {
    counts = zip([0, 1, 2, 3, 4] as [Int8], [109, 65, 22, 3, 1]).flatMap { Array(repeating: $0, count: $1) }
    likelihood = try Poisson.Likelihood(counts)
    fit = try Poisson.fit(counts)
  }

  /// s log λ - nλ - Σ log y!, the factorials written out.
  private func l(_ lambda: Double) -> Double {
    122 * .log(lambda) - 200 * lambda - (22 * .log(2.0) + 3 * .log(6.0) + .log(24.0))
  }

  @Test("(1) the log-likelihood is s log λ - nλ - Σ log y!")
  func logLikelihood() throws {
    for lambda in points {
      let poisson = try Poisson(mean: lambda)
      let sum = counts.map { poisson.logDensity(Int($0)) }.reduce(0, +)
      #expect(abs(sum - l(lambda)) <= 1e-12 * abs(sum))
      #expect(abs(likelihood.logLikelihood(at: [lambda]) - l(lambda)) <= 1e-13 * abs(sum))
    }
  }

  @Test("(2) its derivative is s/λ - n, zero at the mean")
  func score() {
    for lambda in points {
      let formula = 122 / lambda - 200
      #expect(abs(formula - Calculus.derivative(at: lambda, of: l)) <= 1e-4 * max(1, abs(formula)))
      #expect(abs(formula - likelihood.score(at: [lambda])[0]) <= 1e-13 * max(1, abs(formula)))
    }
    #expect(fit[.mean] == 0.61)
  }

  @Test("(3) the second derivative is -s/λ², below zero everywhere")
  func concave() {
    for lambda in points {
      let formula = -122 / (lambda * lambda)
      #expect(abs(formula + likelihood.observedInformation(at: [lambda])[0, 0]) <= 1e-13 * abs(formula))
      let numeric = Calculus.secondDerivative(at: lambda, step: 1e-3, of: l)
      #expect(abs(formula - numeric) <= 1e-4 * abs(formula))
    }
  }

  @Test("(4) the standard error is √(λ/n) = 0.0552")
  func standardError() throws {
    let error = try #require(fit.standardError(of: .mean))
    #expect(abs(error - (0.61 / 200).squareRoot()) <= 1e-16)
    #expect(abs(try #require(fit.standardError(of: .mean, .expected)) - error) <= 1e-16)
    #expect((error * 10_000).rounded() == 552)
  }

  @Test("(5) with exposures the estimate is Σy / Σt, where the log-likelihood's slope is zero")
  func exposures() throws {
    let (deaths, years) = ([3, 0, 7], [12.5, 2, 30.0])
    let fit = try Poisson.fit(deaths, exposures: years)
    #expect(abs(fit[.mean] - 10 / 44.5) <= 1e-16)
    func logLikelihood(_ rate: Double) -> Double {
      zip(deaths, years).reduce(0) { sum, pair in
        sum + Double(pair.0) * .log(rate * pair.1) - rate * pair.1 - .logGamma(Double(pair.0) + 1)
      }
    }
    #expect(abs(Calculus.derivative(at: fit[.mean], of: logLikelihood)) <= 1e-4)
    #expect(abs(fit.logLikelihood - logLikelihood(fit[.mean])) <= 1e-13)
  }

  @Test("(6) at Garwood's ends the sum is just not extreme: P(Y ≥ s) and P(Y ≤ s) are 2.5 %")
  func exact() throws {
    let interval = try fit.exactInterval()
    #expect(abs(try Poisson(mean: 200 * interval.lower).survival(121) - 0.025) <= 1e-14)
    #expect(abs(try Poisson(mean: 200 * interval.upper).cumulative(122) - 0.025) <= 1e-14)
  }
}
