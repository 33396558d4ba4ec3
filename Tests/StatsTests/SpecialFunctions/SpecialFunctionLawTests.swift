import RealModule
import Stats
import Testing

/// What holds of special functions whatever a table says.
@Suite("Special functions keep their laws")
struct SpecialFunctionLawTests {
  @Test("both tails sum to one")
  func complements() {
    for a in [1e-8, 0.3, 1, 7, 19, 21, 1e5] {
      for ratio in [0.01, 0.5, 0.7, 1, 1.3, 1.5, 4] {
        let x = max(a, 1) * ratio
        #expect(abs(Double.regularizedGammaP(a, x) + .regularizedGammaQ(a, x) - 1) < 1e-15)
      }
      for b in [0.2, 1, 30, 500, 1e6] {
        for x in [0.125, 0.5, 0.75] {
          #expect(abs(Double.regularizedBeta(x, a, b) + .regularizedBeta(1 - x, b, a) - 1) < 1e-15)
        }
      }
    }
  }

  @Test("inverses lead back")
  func roundTrips() {
    for p in [1e-250, 1e-30, 1e-6, 0.1, 0.4375, 0.5] {
      #expect(relativeError(.erfc(.inverseErfc(p)), p) < 1e-12)
      for a in [0.2, 1.75, 40, 1e4] {
        // The smaller shapes have quantiles below all doubles.
        let x = Double.inverseRegularizedGammaP(a, p)
        if x > 0 { #expect(relativeError(.regularizedGammaP(a, x), p) < 1e-11) }
        #expect(relativeError(.regularizedGammaQ(a, .inverseRegularizedGammaQ(a, p)), p) < 1e-11)
        for b in [0.5, 3, 2000] {
          let x = Double.inverseRegularizedBeta(p, a, b)
          if x > 0 { #expect(relativeError(.regularizedBeta(x, a, b), p) < 1e-11) }
        }
      }
    }
  }

  @Test("closed forms: exponential and uniform distributions, half-integers, the arcsine law")
  func closedForms() {
    for x in [1e-10, 0.25, 0.875] {
      #expect(relativeError(.regularizedGammaP(1, x), -.expMinusOne(-x)) < 1e-15)
      #expect(relativeError(.regularizedGammaQ(0.5, x * x), .erfc(x)) < 1e-14)
      #expect(relativeError(.regularizedBeta(x, 1, 1), x) < 1e-15)
      #expect(relativeError(.regularizedBeta(x, 0.5, 0.5), 2 / .pi * .asin(x.squareRoot())) < 1e-14)
    }
  }

  @Test("recurrences of digamma, trigamma and the beta function")
  func recurrences() {
    for x in [1e-5, 0.6, 1.2, 3.5, 9.5, 12.5, -0.7, -4.3] {
      #expect(abs(Double.digamma(x + 1) - .digamma(x) - 1 / x) < 1e-14 * max(1, abs(1 / x)))
      #expect(abs(Double.trigamma(x + 1) - .trigamma(x) + 1 / (x * x)) < 1e-13 * max(1, 1 / (x * x)))
      guard x > 0 else { continue }
      for b in [0.01, 2.5, 7.9, 100] {
        let difference = Double.logBeta(x + 1, b) - .logBeta(x, b)
        #expect(abs(difference - .log(x / (x + b))) < 1e-13 * max(1, abs(Double.logBeta(x, b))))
      }
    }
  }

  @Test("ends of the domain")
  func ends() {
    let tiny = Double.leastNonzeroMagnitude
    #expect(Double.inverseErf(1) == .infinity && Double.inverseErf(-1) == -.infinity && Double.inverseErf(0) == 0)
    #expect(Double.inverseErfc(0) == .infinity && Double.inverseErfc(2) == -.infinity && Double.inverseErfc(1) == 0)
    #expect(Double.inverseErfc(tiny) > 27 && Double.inverseErfc(tiny) < 27.3)
    #expect(Double.digamma(.infinity) == .infinity && Double.trigamma(.infinity) == 0)
    #expect(Double.regularizedGammaP(3, 0) == 0 && Double.regularizedGammaQ(3, 0) == 1)
    #expect(Double.regularizedGammaP(3, .infinity) == 1 && Double.regularizedGammaQ(3, .infinity) == 0)
    #expect(Double.regularizedGammaP(0, 1) == 1 && Double.regularizedGammaP(.infinity, 1) == 0)
    #expect(Double.regularizedGammaP(1e300, 1e300).isFinite && Double.regularizedGammaQ(2, 1e308) == 0)
    #expect(Double.regularizedGammaP(1e308, 1) == 0 && Double.regularizedGammaQ(tiny, 4 * tiny) < 1e-300)
    #expect(Double.inverseRegularizedGammaP(3, 0) == 0 && Double.inverseRegularizedGammaP(3, 1) == .infinity)
    #expect(Double.inverseRegularizedGammaQ(3, 1) == 0 && Double.inverseRegularizedGammaQ(3, 0) == .infinity)
    #expect(Double.inverseRegularizedGammaP(1e-300, 0.5) == 0)
    #expect(Double.regularizedBeta(0, 2, 3) == 0 && Double.regularizedBeta(1, 2, 3) == 1)
    #expect(Double.regularizedBeta(0.5, 0, 3) == 1 && Double.regularizedBeta(0.5, 3, 0) == 0)
    #expect(Double.inverseRegularizedBeta(0, 2, 3) == 0 && Double.inverseRegularizedBeta(1, 2, 3) == 1)
    #expect(Double.logBeta(0, 3) == .infinity && Double.logBeta(.infinity, 3) == -.infinity)
  }

  @Test("NaN outside the domain and for NaN")
  func undefined() {
    let values: [Double] = [
      .inverseErf(1.5), .inverseErf(.nan), .inverseErfc(-0.5), .inverseErfc(2.5), .inverseErfc(.nan),
      .digamma(0), .digamma(-3), .digamma(-.infinity), .digamma(.nan), .trigamma(0), .trigamma(-2), .trigamma(.nan),
      .logBeta(-1, 2), .logBeta(0, .infinity), .logBeta(.nan, 1),
      .regularizedGammaP(-1, 2), .regularizedGammaP(1, -2), .regularizedGammaQ(0, 0), .regularizedGammaQ(.nan, 1),
      .regularizedGammaQ(1, .nan), .regularizedGammaP(.infinity, .infinity), .inverseRegularizedGammaP(1, 1.5),
      .inverseRegularizedGammaQ(-1, 0.5), .inverseRegularizedGammaQ(1, .nan), .inverseRegularizedGammaP(.nan, 0.5),
      .regularizedBeta(-0.5, 1, 1), .regularizedBeta(1.5, 1, 1), .regularizedBeta(.nan, 1, 1),
      .regularizedBeta(0.5, 0, 0), .regularizedBeta(0.5, -1, 1), .regularizedBeta(0.5, .nan, 1),
      .inverseRegularizedBeta(1.5, 1, 1), .inverseRegularizedBeta(.nan, 1, 1), .inverseRegularizedBeta(0.5, .nan, 1),
      .inverseRegularizedBeta(0.5, 0, 0),
    ]
    for (index, value) in values.enumerated() { #expect(value.isNaN, "value \(index) is \(value)") }
  }
}
