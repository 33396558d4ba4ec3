import Stats
import Testing

/// The section "The variance is biased, and consistent" of Documentation/Guides/MaximumLikelihood.md: not by
/// simulation, but over every sample that there is.
@Suite("Derivation of the bias of the variance")
struct BiasOfTheVariance {
  /// The population: three values, each with probability 1/3.
  let population = [0.0, 1, 5]
  let variance: Double

  init() { variance = Calculus.squares(population) / 3 }

  /// The mean of a statistic over all samples of a size.
  private func expectation(size: Int, of statistic: ([Double]) throws -> Double) rethrows -> Double {
    Calculus.mean(try Calculus.samples(of: population, size: size).map(statistic))
  }

  @Test("(8) the mean of S/n over all samples is (n - 1)/n of the variance", arguments: 2...6)
  func bias(size: Int) throws {
    let mean = try expectation(size: size) { try Normal.fit($0).variance(.maximumLikelihood) }
    let factor = Double(size - 1) / Double(size)
    #expect(abs(mean - factor * variance) <= 1e-13 * variance)
    // What would pass without the factor: at size 6 still a sixth too much.
    #expect(abs(mean - variance) >= 0.16 * variance)
  }

  @Test("(9) the mean of S/(n - 1) is the variance", arguments: 2...6)
  func bessel(size: Int) throws {
    let mean = try expectation(size: size) { try Normal.fit($0).variance(.unbiased) }
    #expect(abs(mean - variance) <= 1e-13 * variance)
  }

  @Test("(10) the mean of its root is below the standard deviation", arguments: 2...6)
  func jensen(size: Int) throws {
    let mean = try expectation(size: size) { try Normal.fit($0).variance(.unbiased).squareRoot() }
    #expect(mean < 0.99 * variance.squareRoot())
  }

  @Test("(11) the bias of S/n falls as 1/n")
  func consistency() throws {
    let biases = try (2...7).map { size in
      variance - (try expectation(size: size) { try Normal.fit($0).variance(.maximumLikelihood) })
    }
    for (size, bias) in zip(2...7, biases) { #expect(abs(bias * Double(size) - variance) <= 1e-12 * variance) }
  }
}
