import Foundation
import Learning
import Stats
import Testing

@Suite("The Poisson distribution")
struct PoissonTests {
  @Test("has probabilities, tails, quantiles and moments to 1e-13, the entropy to 1e-10")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("poisson") {
      try errors.compare(
        try Poisson(mean: table.parameters[0]), table, value: { Int($0) }, number: { Double($0) })
    }
    errors.expectSmall(entropyTolerance: 1e-10)
  }

  @Test("draws samples of itself", arguments: [1e-3, 0.7, 9.9, 10, 45, 1e6, 0x1p52])
  func samples(mean: Double) throws {
    expectFittingSamples(try Poisson(mean: mean)) { Double($0) }
  }

  @Test("quantiles are exact at the jumps")
  func jumps() throws {
    for mean in [0.1, 3, 200, 1e12] {
      let poisson = try Poisson(mean: mean)
      let center = Int(mean)
      for k in max(0, center - 5)...(center + 5) {
        #expect(try poisson.quantile(poisson.cumulative(k)) == k)
        #expect(try poisson.quantile(poisson.cumulative(k).nextUp) == k + 1 || poisson.cumulative(k) > 0.9999999)
        #expect(try poisson.upperQuantile(poisson.survival(k)) == k)
      }
    }
  }

  @Test("with the mean zero is always zero")
  func pointMass() throws {
    var generator = SeededGenerator(seed: 1)
    let zero = try Poisson(mean: 0)
    #expect(zero.support == 0...0 && zero.density(0) == 1 && zero.density(1) == 0)
    #expect(zero.cumulative(0) == 1 && zero.survival(0) == 0 && zero.cumulative(-1) == 0 && zero.survival(-1) == 1)
    #expect(try zero.quantile(0.3) == 0 && zero.quantile(1) == 0 && zero.upperQuantile(0) == 0)
    #expect(zero.entropy == 0 && zero.variance == 0 && zero.skewness.isNaN && zero.excessKurtosis.isNaN)
    #expect(zero.samples(10, using: &generator) == Array(repeating: 0, count: 10))
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    let poisson = try Poisson(mean: 2.5)
    #expect("\(poisson)" == "Poisson(mean 2.5)")
    #expect(try JSONDecoder().decode(Poisson.self, from: JSONEncoder().encode(poisson)) == poisson)
    #expect(
      sentence { () throws(LearningError) in _ = try Poisson(mean: -1) }
        == "The mean of the Poisson distribution is -1.0; it must be from 0 to 2^52.")
    #expect(throws: LearningError.self) { try Poisson(mean: 0x1p53) }
    #expect(throws: LearningError.self) { try poisson.quantile(1) }
    #expect(throws: LearningError.self) { try poisson.upperQuantile(0) }
    #expect(poisson.density(-1) == 0 && poisson.cumulative(.max) == 1 && poisson.survival(.max) == 0)
  }
}
