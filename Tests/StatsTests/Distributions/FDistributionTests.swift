import Foundation
import Learning
import Stats
import Testing

@Suite("The F distribution")
struct FDistributionTests {
  @Test("has densities, tails, quantiles and moments to 1e-13")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("f") {
      let f = try FDistribution(numerator: table.parameters[0], denominator: table.parameters[1])
      try errors.compare(f, table, value: { $0 }, number: { $0 })
    }
    errors.expectSmall()
  }

  @Test("draws samples of itself", arguments: [(0.1, 0.2), (1, 1), (4, 12), (50, 200)])
  func samples(numerator: Double, denominator: Double) throws {
    expectFittingSamples(try FDistribution(numerator: numerator, denominator: denominator)) { $0 }
  }

  @Test("ends and moments that do not exist")
  func ends() throws {
    let f = try FDistribution(numerator: 3, denominator: 5)
    #expect(f.density(-1) == 0 && f.density(0) == 0 && f.density(.infinity) == 0)
    #expect(f.cumulative(0) == 0 && f.survival(-2) == 1 && f.cumulative(.infinity) == 1 && f.survival(.infinity) == 0)
    #expect(f.cumulative(1e308) == 1 && f.survival(1e308) == 0)
    #expect(f.cumulative(.nan).isNaN && f.logDensity(.nan).isNaN)
    #expect(f.skewness == .infinity && f.excessKurtosis == .infinity)
    #expect(try FDistribution(numerator: 2, denominator: 5).density(0) == 1)
    #expect(try FDistribution(numerator: 1, denominator: 5).density(0) == .infinity)
    #expect(try FDistribution(numerator: 1, denominator: 2).mean == .infinity)
    #expect(try FDistribution(numerator: 1, denominator: 2).variance.isNaN)
    #expect(try f.quantile(0) == 0 && f.quantile(1) == .infinity && f.upperQuantile(0) == .infinity)
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    let f = try FDistribution(numerator: 3, denominator: 20)
    #expect("\(f)" == "F(numerator 3, denominator 20)")
    #expect(try JSONDecoder().decode(FDistribution.self, from: JSONEncoder().encode(f)) == f)
    #expect(
      sentence { () throws(LearningError) in _ = try FDistribution(numerator: 0, denominator: 1) }
        == "The numerator's degrees of freedom of the F distribution is 0.0; it must be from 1e-100 to 1e100.")
    #expect(throws: LearningError.self) { try FDistribution(numerator: 1, denominator: .nan) }
  }
}
