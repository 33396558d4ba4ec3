import Foundation
import Learning
import Stats
import Testing

@Suite("The beta distribution")
struct BetaTests {
  @Test("has densities, tails, quantiles and moments to 1e-13")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("beta") {
      let beta = try Beta(alpha: table.parameters[0], beta: table.parameters[1])
      try errors.compare(beta, table, value: { $0 }, number: { $0 })
    }
    errors.expectSmall()
  }

  @Test("draws samples of itself", arguments: [(0.01, 0.02), (0.5, 0.5), (2, 5), (300, 20)])
  func samples(alpha: Double, beta: Double) throws {
    expectFittingSamples(try Beta(alpha: alpha, beta: beta)) { $0 }
  }

  @Test("draws of tiny shapes are at the ends, in the shapes' proportion")
  func tinyShapes() throws {
    var generator = SeededGenerator(seed: 5)
    let samples = try Beta(alpha: 1e-200, beta: 3e-200).samples(4000, using: &generator)
    #expect(samples.allSatisfy { $0 == 0 || $0 == 1 })
    // Five standard errors of a share of a quarter.
    #expect(abs(samples.reduce(0, +) / 4000 - 0.25) < 0.035)
  }

  @Test("ends and outside")
  func ends() throws {
    let beta = try Beta(alpha: 2, beta: 3)
    #expect(beta.density(-0.1) == 0 && beta.density(0) == 0 && beta.density(1) == 0 && beta.density(1.1) == 0)
    #expect(beta.cumulative(-1) == 0 && beta.survival(-1) == 1 && beta.cumulative(1) == 1 && beta.survival(2) == 0)
    #expect(beta.logDensity(.nan).isNaN && beta.cumulative(.nan).isNaN)
    #expect(try beta.quantile(0) == 0 && beta.quantile(1) == 1 && beta.upperQuantile(0) == 1)
    #expect(try Beta(alpha: 0.5, beta: 1).density(0) == .infinity)
    #expect(abs(try Beta(alpha: 1, beta: 4).density(0) - 4) < 1e-14)
    #expect(abs(try Beta(alpha: 1, beta: 1).entropy) < 1e-15)
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    let beta = try Beta(alpha: 2, beta: 0.5)
    #expect("\(beta)" == "beta(alpha 2, beta 0.5)")
    #expect(try JSONDecoder().decode(Beta.self, from: JSONEncoder().encode(beta)) == beta)
    #expect(
      sentence { () throws(LearningError) in _ = try Beta(alpha: 2, beta: -1) }
        == "The beta of the beta distribution is -1.0; it must be above zero, at most 1e300.")
    #expect(throws: LearningError.self) { try Beta(alpha: .nan, beta: 1) }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Beta.self, from: Data(#"{"alpha": 0, "beta": 2}"#.utf8))
    }
  }
}
