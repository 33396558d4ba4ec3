import Learning
import LinearAlgebra
import Stats
import Testing

/// Laws of estimates, by seeded simulation. Each comes with a counterpart that a wrong implementation would amount to,
/// and which the same tolerance does not let pass.
@Suite("Laws of estimates")
struct SamplingLawTests {
  /// The statistic of many samples of one size.
  private func simulate(
    _ distribution: some ContinuousDistribution, size: Int, repeats: Int, seed: UInt64,
    _ statistic: ([Double]) throws -> Double
  ) rethrows -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<repeats).map { _ in try statistic(distribution.samples(size, using: &generator)) }
  }

  /// How far the mean of simulated values is from a number, in its standard errors.
  private func distance(_ values: [Double], from expected: Double) throws -> Double {
    let moments = try SampleMoments(of: values)
    return abs(moments.mean - expected) / (moments.variance() / moments.weight).squareRoot()
  }

  @Test(
    "the variance's estimate by n is (n - 1)/n of it on average; taken for unbiased it fails", arguments: [2, 5, 12])
  func bias(size: Int) throws {
    let exponential = try Exponential(rate: 0.5)
    let factor = Double(size - 1) / Double(size)
    let biased = try simulate(exponential, size: size, repeats: 8000, seed: 1) {
      try Normal.fit($0).variance(.maximumLikelihood)
    }
    #expect(try distance(biased, from: 4 * factor) < 4)
    #expect(try distance(biased, from: 4) > 4)
    let unbiased = try simulate(exponential, size: size, repeats: 8000, seed: 1) {
      try Normal.fit($0).variance(.unbiased)
    }
    #expect(try distance(unbiased, from: 4) < 4)
  }

  @Test("(n - 1)s²/σ² is chi-squared with n - 1 degrees of freedom for normal samples; with n it fails")
  func chiSquared() throws {
    let normal = try Normal(mean: -3, standardDeviation: 2)
    let ratios = try simulate(normal, size: 6, repeats: 4000, seed: 2) {
      try Normal.fit($0).variance(.unbiased) * 5 / 4
    }
    #expect(try KolmogorovSmirnov().test(ratios, against: ChiSquared(degreesOfFreedom: 5)).pValue > 1e-3)
    #expect(try KolmogorovSmirnov().test(ratios, against: ChiSquared(degreesOfFreedom: 6)).pValue < 1e-12)
    // Nor is it chi-squared for exponential samples.
    let exponential = try Exponential(rate: 1)
    let skewed = try simulate(exponential, size: 6, repeats: 4000, seed: 2) {
      try Normal.fit($0).variance(.unbiased) * 5
    }
    #expect(try KolmogorovSmirnov().test(skewed, against: ChiSquared(degreesOfFreedom: 5)).pValue < 1e-12)
  }

  @Test("the standardised mean nears the normal distribution as 1/√n; it does not for the Cauchy distribution")
  func centralLimit() throws {
    let exponential = try Exponential(rate: 1)
    let distances = try [4, 16, 64].map { size in
      let root = Double(size).squareRoot()
      let means = simulate(exponential, size: size, repeats: 12_000, seed: 3) {
        ($0.reduce(0, +) / Double(size) - 1) * root
      }
      return try KolmogorovSmirnov().test(means, against: Normal.standard).statistic
    }
    // Skewness / (6 √(2πn)) is 0.0665, 0.0332 and 0.0166; the simulation's own error is about 0.005.
    for (distance, expected) in zip(distances, [0.0665, 0.0332, 0.0166]) { #expect(abs(distance - expected) < 0.01) }
    #expect(distances[0] / distances[1] > 1.5 && distances[0] / distances[1] < 2.6)
    let cauchy = try StudentT(degreesOfFreedom: 1)
    let wild = try [4, 64].map { size in
      let means = simulate(cauchy, size: size, repeats: 2000, seed: 4) { $0.reduce(0, +) / Double(size) }
      return try KolmogorovSmirnov().test(means, against: Normal.standard).statistic
    }
    #expect(wild[0] / wild[1] < 1.5)
    let means = simulate(cauchy, size: 64, repeats: 2000, seed: 4) { $0.reduce(0, +) / 64 }
    #expect(try KolmogorovSmirnov().test(means, against: cauchy).pValue > 1e-3)
  }

  @Test("the estimate of a logistic location has the variance 1/nI, the Cramér-Rao bound; the mean has more")
  func bound() throws {
    let logistic = try Logistic(location: 1, scale: 2)
    let (size, repeats) = (60, 3000)
    let likelihood = try Logistic.Likelihood(Array(repeating: 0, count: size), weights: nil)
    let information = likelihood.expectedInformation(at: [1, 2])[0, 0]
    let estimates = try simulate(logistic, size: size, repeats: repeats, seed: 5) { try Logistic.fit($0)[.location] }
    let ratio = try SampleMoments(of: estimates).variance() * information
    // Three standard errors of a variance from 3000 values are 8 %; the small sample adds one or two.
    #expect(abs(ratio - 1) < 0.08)
    let means = simulate(logistic, size: size, repeats: repeats, seed: 5) { $0.reduce(0, +) / Double(size) }
    #expect(try SampleMoments(of: means).variance() * information > 1.03)
    #expect(try SampleMoments(of: means).variance() > SampleMoments(of: estimates).variance())
  }

  @Test("95 % intervals hold the truth in about 95 of 100 samples; those with n for n - 1 in fewer")
  func coverage() throws {
    let normal = try Normal(mean: 7, standardDeviation: 3)
    let held = try simulate(normal, size: 5, repeats: 4000, seed: 6) {
      try Normal.fit($0).exactInterval(of: .mean).contains(7) ? 1 : 0
    }
    #expect(abs(try SampleMoments(of: held).mean - 0.95) < 0.0105)
    let wald = try simulate(normal, size: 5, repeats: 4000, seed: 6) {
      try Normal.fit($0).waldInterval(of: .mean).contains(7) ? 1 : 0
    }
    #expect(try SampleMoments(of: wald).mean < 0.9)
  }
}
