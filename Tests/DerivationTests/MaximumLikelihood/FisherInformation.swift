import RealModule
import Stats
import Testing

/// The section "Fisher information" of Documentation/Guides/MaximumLikelihood.md: expectations as sums and integrals
/// over all outcomes, not by simulation.
@Suite("Derivation of Fisher's information")
struct FisherInformation {
  private let p = 0.3
  private let lambda = 2.5

  /// The score of one outcome at the true parameter.
  private func bernoulliScore(_ k: Int) throws -> Double { try Bernoulli.Likelihood([k]).score(at: [p])[0] }
  private func poissonScore(_ k: Int) throws -> Double { try Poisson.Likelihood([k]).score(at: [lambda])[0] }
  private func normalScore(_ x: Double) throws -> [Double] { try Normal.Likelihood([x]).score(at: [1, 2]) }

  @Test("(1) the score has mean zero at the true parameter")
  func meanOfTheScore() throws {
    let bernoulli = try Bernoulli(probability: p)
    let poisson = try Poisson(mean: lambda)
    let normal = try Normal(mean: 1, standardDeviation: 2)
    #expect(abs(try (0...1).reduce(0) { $0 + bernoulli.density($1) * (try bernoulliScore($1)) }) <= 1e-15)
    #expect(abs(try (0..<60).reduce(0) { $0 + poisson.density($1) * (try poissonScore($1)) }) <= 1e-14)
    let scores = try Self.grid.map { (weight: Self.step * normal.density($0), score: try normalScore($0)) }
    for index in 0...1 { #expect(abs(scores.reduce(0) { $0 + $1.weight * $1.score[index] }) <= 1e-12) }
  }

  @Test("(2) its variance is the expected information")
  func varianceOfTheScore() throws {
    let bernoulli = try Bernoulli(probability: p)
    let poisson = try Poisson(mean: lambda)
    let normal = try Normal(mean: 1, standardDeviation: 2)
    let ofBernoulli = try (0...1).reduce(0) { sum, k in
      let score = try bernoulliScore(k)
      return sum + bernoulli.density(k) * score * score
    }
    #expect(abs(ofBernoulli - 1 / (p * (1 - p))) <= 1e-14)
    #expect(abs(try Bernoulli.Likelihood([0]).expectedInformation(at: [p])[0, 0] - ofBernoulli) <= 1e-14)
    let ofPoisson = try (0..<60).reduce(0) { sum, k in
      let score = try poissonScore(k)
      return sum + poisson.density(k) * score * score
    }
    #expect(abs(try Poisson.Likelihood([0]).expectedInformation(at: [lambda])[0, 0] - ofPoisson) <= 1e-14)
    let scores = try Self.grid.map { (weight: Self.step * normal.density($0), score: try normalScore($0)) }
    let expected = try Normal.Likelihood([0]).expectedInformation(at: [1, 2])
    for i in 0...1 {
      for j in 0...1 {
        let product = scores.reduce(0) { $0 + $1.weight * $1.score[i] * $1.score[j] }
        #expect(abs(product - expected[i, j]) <= 1e-12)
      }
    }
  }

  @Test("(3) information adds up over observations")
  func additive() throws {
    let one = try Poisson.Likelihood([3]).expectedInformation(at: [lambda])[0, 0]
    #expect(abs(try Poisson.Likelihood([3, 0, 1]).expectedInformation(at: [lambda])[0, 0] - 3 * one) <= 1e-14)
  }

  @Test("(4) in another parameter it is multiplied by the square of the derivative")
  func reparametrised() throws {
    // For the log-odds dp/dη = p(1 - p), and the information is p(1 - p) itself: the variance of k - p.
    let slope = p * (1 - p)
    let information = try Bernoulli.Likelihood([0]).expectedInformation(at: [p])[0, 0] * slope * slope
    let bernoulli = try Bernoulli(probability: p)
    let direct = (0...1).reduce(0) { $0 + bernoulli.density($1) * (Double($1) - p) * (Double($1) - p) }
    #expect(abs(information - direct) <= 1e-15)
  }

  @Test(
    "(5) the share of ones and the mean of counts have the variance 1/nI, the Cramér-Rao bound", arguments: [1, 4, 9])
  func bound(n: Int) throws {
    let binomial = try Binomial(trials: n, probability: p)
    let variance = (0...n).reduce(0) { sum, k in
      let error = Double(k) / Double(n) - p
      return sum + binomial.density(k) * error * error
    }
    let likelihood = try Bernoulli.Likelihood(successes: 0, trials: n)
    #expect(abs(variance - 1 / likelihood.expectedInformation(at: [p])[0, 0]) <= 1e-15)
    let sums = try Poisson(mean: Double(n) * lambda)
    let ofMeans = (0..<120).reduce(0) { sum, k in
      let error = Double(k) / Double(n) - lambda
      return sum + sums.density(k) * error * error
    }
    let counts = try Poisson.Likelihood(Array(repeating: 1, count: n))
    #expect(abs(ofMeans - 1 / counts.expectedInformation(at: [lambda])[0, 0]) <= 1e-12)
  }

  @Test("(6) the unbiased estimate of an exponential rate has the variance λ²/(n - 2), above the bound λ²/n")
  func aboveTheBound() throws {
    let (n, rate) = (6.0, 0.7)
    let sums = try Gamma(shape: n, scale: 1 / rate)
    let mean = Calculus.integral(from: 1e-6, to: 150) { (n - 1) / $0 * sums.density($0) }
    let variance = Calculus.integral(from: 1e-6, to: 150) { x in
      let error = (n - 1) / x - rate
      return error * error * sums.density(x)
    }
    #expect(abs(mean - rate) <= 1e-9)
    #expect(abs(variance - rate * rate / (n - 2)) <= 1e-8)
    #expect(variance > rate * rate / n)
  }

  /// Over the normal's density the plain sum on an even grid is exact to the last digits.
  private static let step = 0.05
  private static let grid = (-600...640).map { Double($0) * step }
}
