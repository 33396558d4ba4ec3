import Foundation
import Learning
import Stats
import Testing

@Suite("The negative binomial distribution")
struct NegativeBinomialTests {
  @Test("has probabilities, tails, quantiles and moments to 1e-13, the entropy to 1e-10")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("negativeBinomial") {
      let distribution = try NegativeBinomial(size: table.parameters[0], probability: table.parameters[1])
      try errors.compare(distribution, table, value: { Int($0) }, number: { Double($0) })
    }
    errors.expectSmall(entropyTolerance: 1e-10)
  }

  @Test("of size one is geometric")
  func geometric() throws {
    let distribution = try NegativeBinomial(size: 1, probability: 0.25)
    for k in [0, 1, 5, 100] {
      let power = (0..<k).reduce(1.0) { product, _ in product * 0.75 }
      #expect(relativeError(distribution.density(k), 0.25 * power) < 1e-13)
      #expect(relativeError(distribution.survival(k), 0.75 * power) < 1e-13)
    }
  }

  @Test("is made from a mean and a size, also where it is nearly Poisson")
  func meanAndSize() throws {
    let distribution = try NegativeBinomial(mean: 12, size: 4)
    #expect(distribution.probability == 0.25 && distribution.mean == 12 && distribution.variance == 48)
    let nearlyPoisson = try NegativeBinomial(mean: 3, size: 1e20)
    let poisson = try Poisson(mean: 3)
    #expect(nearlyPoisson.probability == 1)
    for k in [0, 1, 4, 40] {
      #expect(relativeError(nearlyPoisson.density(k), poisson.density(k)) < 1e-13)
      #expect(relativeError(nearlyPoisson.survival(k), poisson.survival(k)) < 1e-13)
    }
  }

  @Test("draws samples of itself", arguments: [(0.05, 0.1), (0.7, 0.5), (3, 0.01), (1000, 0.3), (1e-3, 0x1p-54)])
  func samples(size: Double, probability: Double) throws {
    expectFittingSamples(try NegativeBinomial(size: size, probability: probability)) { Double($0) }
  }

  @Test("where success is certain never fails")
  func pointMass() throws {
    var generator = SeededGenerator(seed: 1)
    let certain = try NegativeBinomial(size: 3, probability: 1)
    #expect(certain.support == 0...0 && certain.density(0) == 1 && certain.cumulative(0) == 1)
    #expect(try certain.quantile(1) == 0 && certain.entropy == 0 && certain.variance == 0)
    #expect(certain.sample(using: &generator) == 0)
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    let distribution = try NegativeBinomial(mean: 3, size: 1e20)
    #expect(
      try JSONDecoder().decode(NegativeBinomial.self, from: JSONEncoder().encode(distribution)) == distribution)
    #expect(
      "\(try NegativeBinomial(size: 3, probability: 0.25))" == "negative binomial(size 3, probability 0.25)")
    #expect(
      sentence { () throws(LearningError) in _ = try NegativeBinomial(size: 0, probability: 0.5) }
        == "The size of the negative binomial distribution is 0.0; it must be a finite number above zero.")
    #expect(throws: LearningError.self) { try NegativeBinomial(size: 1, probability: 0) }
    #expect(throws: LearningError.self) { try NegativeBinomial(size: 1e10, probability: 1e-10) }
    #expect(throws: LearningError.self) { try NegativeBinomial(mean: -1, size: 1) }
    #expect(throws: DecodingError.self) {
      let text = #"{"size": 1, "probability": 0.5, "failureProbability": 0.4}"#
      return try JSONDecoder().decode(NegativeBinomial.self, from: Data(text.utf8))
    }
  }
}
