import Foundation
import Learning
import Stats
import Testing

@Suite("The gamma distribution")
struct GammaTests {
  @Test("has densities, tails, quantiles and moments to 1e-13")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("gamma") {
      let gamma = try Gamma(shape: table.parameters[0], scale: table.parameters[1])
      try errors.compare(gamma, table, value: { $0 }, number: { $0 })
    }
    errors.expectSmall()
  }

  @Test("draws samples of itself", arguments: [0.05, 0.7, 1, 3.5, 400])
  func samples(shape: Double) throws {
    expectFittingSamples(try Gamma(shape: shape, scale: 1.5)) { $0 }
  }

  @Test("draws of a tiny shape are zero or more, and never NaN")
  func tinyShape() throws {
    var generator = SeededGenerator(seed: 3)
    let samples = try Gamma(shape: 1e-300).samples(100, using: &generator)
    #expect(samples.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test("ends and outside")
  func ends() throws {
    let gamma = try Gamma(shape: 2, scale: 3)
    #expect(gamma.rate == 1 / 3.0)
    #expect(gamma.density(-1) == 0 && gamma.density(0) == 0 && gamma.density(.infinity) == 0)
    #expect(gamma.cumulative(-1) == 0 && gamma.survival(-1) == 1)
    #expect(gamma.cumulative(.infinity) == 1 && gamma.survival(.infinity) == 0)
    #expect(gamma.logDensity(.nan).isNaN && gamma.cumulative(.nan).isNaN && gamma.survival(.nan).isNaN)
    #expect(try gamma.quantile(0) == 0 && gamma.quantile(1) == .infinity)
    #expect(try gamma.upperQuantile(1) == 0 && gamma.upperQuantile(0) == .infinity)
    #expect(try Gamma(shape: 0.5).density(0) == .infinity)
    #expect(try Gamma(shape: 1, scale: 2).density(0) == 0.5)
  }

  @Test("refuses what is no shape, no scale and no probability, in a sentence")
  func refusals() throws {
    #expect(
      sentence { () throws(LearningError) in _ = try Gamma(shape: 0) }
        == "The shape of the gamma distribution is 0.0; it must be a finite number above zero.")
    #expect(throws: LearningError.self) { try Gamma(shape: 1, scale: .infinity) }
    #expect(throws: LearningError.self) { try Gamma(shape: .nan) }
    #expect(throws: LearningError.self) { try Gamma(shape: 1).quantile(1.5) }
  }

  @Test("survives a file, and refuses one that no initialiser would give")
  func coding() throws {
    let gamma = try Gamma(shape: 2, scale: 1.5)
    #expect(try JSONDecoder().decode(Gamma.self, from: JSONEncoder().encode(gamma)) == gamma)
    #expect("\(gamma)" == "gamma(shape 2, scale 1.5)")
    #expect {
      try JSONDecoder().decode(Gamma.self, from: Data(#"{"shape": -1, "scale": 2}"#.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription
        == "The shape of the gamma distribution is -1.0; it must be a finite number above zero."
    }
  }
}

@Suite("The chi-squared distribution")
struct ChiSquaredTests {
  @Test("is the square of a normal variable, and exponential with two degrees of freedom")
  func closedForms() throws {
    let one = try ChiSquared(degreesOfFreedom: 1)
    let two = try ChiSquared(degreesOfFreedom: 2)
    for z in [1e-3, 0.5, 1.96, 6, 30] {
      #expect(relativeError(one.survival(z * z), erfc(z / 2.0.squareRoot())) < 1e-12)
      #expect(relativeError(two.survival(z * z), exp(-z * z / 2)) < 1e-13)
      #expect(abs(two.logDensity(z) - (-z / 2 - log(2))) < 1e-14 * max(1, z))
    }
    // R: qchisq(0.95, 3).
    #expect(abs(try ChiSquared(degreesOfFreedom: 3).quantile(0.95) - 7.814727903251178) < 1e-13)
    #expect(abs(try ChiSquared(degreesOfFreedom: 3).upperQuantile(0.05) - 7.814727903251178) < 1e-13)
    #expect(one.mean == 1 && one.variance == 2 && one.excessKurtosis == 12)
    #expect(relativeError(one.skewness, 8.0.squareRoot()) < 1e-15)
    #expect(abs(two.entropy - (1 + log(2))) < 1e-15)
  }

  @Test("draws samples of itself", arguments: [0.5, 1, 20])
  func samples(freedom: Double) throws {
    expectFittingSamples(try ChiSquared(degreesOfFreedom: freedom)) { $0 }
  }

  @Test("reads and refuses")
  func sentences() throws {
    #expect("\(try ChiSquared(degreesOfFreedom: 4))" == "chi-squared(degrees of freedom 4)")
    #expect(
      sentence { () throws(LearningError) in _ = try ChiSquared(degreesOfFreedom: -1) }
        == "The degrees of freedom of the chi-squared distribution is -1.0; it must be a finite number above zero.")
    let five = try ChiSquared(degreesOfFreedom: 5)
    #expect(try JSONDecoder().decode(ChiSquared.self, from: JSONEncoder().encode(five)) == five)
  }
}
