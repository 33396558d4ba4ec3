import RealModule
import Stats
import Testing

/// The section "Bernoulli" of Documentation/Guides/MaximumLikelihood.md, line by line.
@Suite("Derivation of the estimate of a probability")
struct BernoulliEstimate {
  let k = 7
  let n = 20
  let likelihood: Bernoulli.Likelihood
  let fit: MaximumLikelihood<Bernoulli.Likelihood>
  let points = [0.02, 0.2, 0.5, 0.9]

  init() throws {
    likelihood = try Bernoulli.Likelihood(successes: 7, trials: 20)
    fit = try MaximumLikelihood(likelihood)
  }

  private func l(_ p: Double) -> Double { Double(k) * .log(p) + Double(n - k) * .log(onePlus: -p) }

  @Test("(1) the log-likelihood is k log p + (n - k) log(1 - p)")
  func logLikelihood() throws {
    let outcomes = (0..<n).map { $0 < k ? 1 : 0 }
    for p in points {
      let bernoulli = try Bernoulli(probability: p)
      #expect(abs(outcomes.map(bernoulli.logDensity).reduce(0, +) - l(p)) <= 1e-12 * abs(l(p)))
      #expect(abs(likelihood.logLikelihood(at: [p]) - l(p)) <= 1e-13 * abs(l(p)))
    }
  }

  @Test("(2) its derivative is (k - np) / (p (1 - p)), zero at k/n")
  func score() {
    for p in points {
      let formula = (Double(k) - Double(n) * p) / (p * (1 - p))
      #expect(abs(formula - Calculus.derivative(at: p, step: 1e-4, of: l)) <= 1e-5 * max(1, abs(formula)))
      #expect(abs(formula - likelihood.score(at: [p])[0]) <= 1e-12 * max(1, abs(formula)))
    }
    #expect(fit[.probability] == 0.35)
    #expect(abs(likelihood.score(at: [0.35])[0]) <= 1e-13)
  }

  @Test("(3) the second derivative is -k/p² - (n - k)/(1 - p)², below zero everywhere")
  func concave() {
    for p in points {
      let formula = -Double(k) / (p * p) - Double(n - k) / ((1 - p) * (1 - p))
      #expect(formula < 0)
      #expect(abs(formula - Calculus.secondDerivative(at: p, step: 1e-3, of: l)) <= 1e-3 * abs(formula))
      #expect(abs(formula + likelihood.observedInformation(at: [p])[0, 0]) <= 1e-12 * abs(formula))
    }
  }

  @Test("(4) at the estimate the two informations agree, n / (p (1 - p))")
  func information() {
    let expected = Double(n) / (0.35 * 0.65)
    #expect(abs(likelihood.observedInformation(at: fit.estimates)[0, 0] - expected) <= 1e-13 * expected)
    #expect(abs(likelihood.expectedInformation(at: fit.estimates)[0, 0] - expected) <= 1e-13 * expected)
    #expect(abs(likelihood.observedInformation(at: [0.2])[0, 0] - likelihood.expectedInformation(at: [0.2])[0, 0]) > 1)
  }

  @Test("(5) in the log-odds the maximum is at the same distribution")
  func equivariance() {
    func inOdds(_ eta: Double) -> Double { l(1 / (1 + .exp(-eta))) }
    let eta = Double.log(0.35 / 0.65)
    #expect(abs(Calculus.derivative(at: eta, of: inOdds)) <= 1e-9)
    #expect(Calculus.secondDerivative(at: eta, of: inOdds) < 0)
  }

  @Test("(6) Wilson's ends solve n (k/n - p)² = z² p (1 - p)")
  func wilson() throws {
    let z = try Normal.standard.upperQuantile(0.025)
    let interval = try fit.wilsonInterval()
    for p in [interval.lower, interval.upper] {
      let distance = 0.35 - p
      #expect(abs(Double(n) * distance * distance - z * z * p * (1 - p)) <= 1e-13)
      let test = try fit.scoreTest(at: [p])
      #expect(abs(test.statistic - z * z) <= 1e-12)
      #expect(abs(test.pValue - 0.05) <= 1e-12)
    }
  }

  @Test("(7) at Clopper's and Pearson's ends k is just not extreme: P(K ≥ k) and P(K ≤ k) are 2.5 %")
  func exact() throws {
    let interval = try fit.exactInterval()
    let lower = try Binomial(trials: n, probability: interval.lower)
    let upper = try Binomial(trials: n, probability: interval.upper)
    #expect(abs(lower.survival(k - 1) - 0.025) <= 1e-14)
    #expect(abs(upper.cumulative(k) - 0.025) <= 1e-14)
  }
}
