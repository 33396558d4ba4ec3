import RealModule
import Stats
import Testing

/// The section "Normal" of Documentation/Guides/MaximumLikelihood.md, line by line.
@Suite("Derivation of the normal's estimates")
struct NormalEstimates {
  let x = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0, 7.4]
  let n = 8.0
  let mean: Double
  let squares: Double
  let likelihood: Normal.Likelihood
  /// Points (μ, σ) that are not the maximum.
  let points = [(5.0, 1.0), (4.0, 0.5), (6.5, 3.0), (-1.0, 8.0)]

  init() throws {
    mean = Calculus.mean(x)
    squares = Calculus.squares(x)
    likelihood = try Normal.Likelihood(x)
  }

  private func l(_ mu: Double, _ sigma: Double) -> Double {
    -n / 2 * .log(2 * .pi) - n * .log(sigma) - x.reduce(0) { $0 + ($1 - mu) * ($1 - mu) } / (2 * sigma * sigma)
  }

  @Test("(1) the log-likelihood is the sum of the log-densities")
  func logLikelihood() throws {
    for (mu, sigma) in points {
      let normal = try Normal(mean: mu, standardDeviation: sigma)
      let sum = x.map(normal.logDensity).reduce(0, +)
      #expect(abs(l(mu, sigma) - sum) <= 1e-12 * abs(sum))
      #expect(abs(likelihood.logLikelihood(at: [mu, sigma]) - sum) <= 1e-12 * abs(sum))
    }
  }

  @Test("(2) its derivative by μ is Σ(x - μ)/σ², zero at the sample's mean whatever σ is")
  func scoreOfTheMean() {
    for (mu, sigma) in points {
      let formula = x.reduce(0) { $0 + ($1 - mu) } / (sigma * sigma)
      #expect(abs(formula - Calculus.derivative(at: mu) { l($0, sigma) }) <= 1e-8 * max(1, abs(formula)))
      #expect(abs(formula - likelihood.score(at: [mu, sigma])[0]) <= 1e-12 * max(1, abs(formula)))
      #expect(abs(likelihood.score(at: [mean, sigma])[0]) <= 1e-12)
    }
  }

  @Test("(3) Σ(x - μ)² = S + n(x̄ - μ)²")
  func steiner() {
    for (mu, _) in points {
      let direct = x.reduce(0) { $0 + ($1 - mu) * ($1 - mu) }
      #expect(abs(direct - (squares + n * (mean - mu) * (mean - mu))) <= 1e-12 * direct)
    }
  }

  @Test("(4) the derivative by σ is -n/σ + Σ(x - μ)²/σ³, zero at x̄ and √(S/n)")
  func scoreOfTheDeviation() {
    for (mu, sigma) in points {
      let formula = -n / sigma + x.reduce(0) { $0 + ($1 - mu) * ($1 - mu) } / (sigma * sigma * sigma)
      #expect(abs(formula - Calculus.derivative(at: sigma) { l(mu, $0) }) <= 1e-6 * max(1, abs(formula)))
      #expect(abs(formula - likelihood.score(at: [mu, sigma])[1]) <= 1e-12 * max(1, abs(formula)))
    }
    #expect(abs(likelihood.score(at: [mean, (squares / n).squareRoot()])[1]) <= 1e-12)
  }

  @Test("(5) the second derivatives there are -n/σ², -2n/σ² and zero across")
  func curvature() {
    let sigma = (squares / n).squareRoot()
    let information = likelihood.observedInformation(at: [mean, sigma])
    #expect(abs(information[0, 0] - n / (sigma * sigma)) <= 1e-12 * information[0, 0])
    #expect(abs(information[1, 1] - 2 * n / (sigma * sigma)) <= 1e-12 * information[1, 1])
    #expect(abs(information[0, 1]) <= 1e-12)
    #expect(abs(information[0, 0] + Calculus.secondDerivative(at: mean) { l($0, sigma) }) <= 1e-6 * information[0, 0])
    #expect(abs(information[1, 1] + Calculus.secondDerivative(at: sigma) { l(mean, $0) }) <= 1e-5 * information[1, 1])
  }

  @Test("(6) the maximum is above every point by n/2 (t - 1 - log t) + n(x̄ - μ)²/2σ², t = σ̂²/σ²")
  func theOneMaximum() throws {
    let fit = try Normal.fit(x)
    #expect(abs(fit[.mean] - mean) <= 1e-15 * mean)
    #expect(abs(fit[.standardDeviation] - (squares / n).squareRoot()) <= 1e-15)
    for (mu, sigma) in points {
      let t = squares / n / (sigma * sigma)
      let distance = n * (mean - mu) * (mean - mu) / (2 * sigma * sigma)
      let below = n / 2 * (t - 1 - .log(t)) + distance
      #expect(below > 0)
      #expect(abs(fit.logLikelihood - l(mu, sigma) - below) <= 1e-11 * max(1, below))
    }
  }

  @Test("(7) over the variance the maximum is at σ̂²")
  func equivariance() {
    let variance = squares / n
    let slope = Calculus.derivative(at: variance) { l(mean, $0.squareRoot()) }
    #expect(abs(slope) <= 1e-8)
    #expect(Calculus.secondDerivative(at: variance) { l(mean, $0.squareRoot()) } < 0)
  }
}
