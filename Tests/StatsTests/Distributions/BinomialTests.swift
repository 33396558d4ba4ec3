import Foundation
import Learning
import Stats
import Testing

@Suite("The binomial distribution")
struct BinomialTests {
  @Test("has probabilities, tails, quantiles and moments to 1e-13, the entropy to 1e-10")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("binomial") {
      let binomial = try Binomial(trials: Int(table.parameters[0]), probability: table.parameters[1])
      try errors.compare(binomial, table, value: { Int($0) }, number: { Double($0) })
    }
    errors.expectSmall(entropyTolerance: 1e-10)
  }

  @Test("is what counting gives")
  func counting() throws {
    let coins = try Binomial(trials: 4, probability: 0.5)
    for (k, ways) in [1.0, 4, 6, 4, 1].enumerated() {
      #expect(relativeError(coins.density(k), ways / 16) < 1e-15)
    }
    #expect(coins.cumulative(1) == 5 / 16.0 && relativeError(coins.survival(2), 5 / 16.0) < 1e-15)
    #expect(coins.mean == 2 && coins.variance == 1 && coins.skewness == 0 && coins.excessKurtosis == -0.5)
  }

  @Test(
    "draws samples of itself",
    arguments: [
      (1, 0.3), (30, 0.1), (30, 0.95), (25, 0.4), (1000, 0.5), (100_000, 0.9), (1 << 52, 0.3), (1 << 52, 1e-15),
    ])
  func samples(trials: Int, probability: Double) throws {
    expectFittingSamples(try Binomial(trials: trials, probability: probability)) { Double($0) }
  }

  @Test("without trials or chance is a point mass")
  func pointMasses() throws {
    var generator = SeededGenerator(seed: 1)
    for (trials, probability, value) in [(0, 0.5, 0), (7, 0.0, 0), (7, 1.0, 7)] {
      let binomial = try Binomial(trials: trials, probability: probability)
      #expect(binomial.support == value...value && binomial.density(value) == 1 && binomial.density(value + 1) == 0)
      #expect(binomial.cumulative(value) == 1 && binomial.survival(value) == 0)
      #expect(binomial.cumulative(value - 1) == 0 && binomial.survival(value - 1) == 1)
      #expect(try binomial.quantile(0) == value && binomial.quantile(0.5) == value && binomial.quantile(1) == value)
      #expect(binomial.entropy == 0 && binomial.variance == 0 && binomial.skewness.isNaN)
      #expect(binomial.samples(5, using: &generator) == Array(repeating: value, count: 5))
    }
  }

  @Test("quantiles are exact at the jumps")
  func jumps() throws {
    for (trials, probability) in [(5, 0.3), (200, 0.99), (1_000_000_000, 0.25)] {
      let binomial = try Binomial(trials: trials, probability: probability)
      let center = Int(binomial.mean)
      for k in max(0, center - 4)...min(trials, center + 1) {
        #expect(try binomial.quantile(binomial.cumulative(k)) == k)
        #expect(try binomial.upperQuantile(binomial.survival(k)) == k)
      }
      #expect(try binomial.quantile(1) == trials && binomial.upperQuantile(0) == trials)
    }
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    let binomial = try Binomial(trials: 10, probability: 0.3)
    #expect("\(binomial)" == "binomial(trials 10, probability 0.3)")
    #expect(try JSONDecoder().decode(Binomial.self, from: JSONEncoder().encode(binomial)) == binomial)
    #expect(
      sentence { () throws(LearningError) in _ = try Binomial(trials: 3, probability: 1.5) }
        == "The probability of the binomial distribution is 1.5; it must be from 0 to 1.")
    #expect(throws: LearningError.self) { try Binomial(trials: -1, probability: 0.5) }
    #expect(throws: LearningError.self) { try Binomial(trials: .max, probability: 0.5) }
    #expect(throws: LearningError.self) { try Binomial(trials: 3, probability: .nan) }
  }
}
