import Foundation
import Learning
import Stats
import Testing

@Suite("Student's t distribution")
struct StudentTTests {
  @Test("has densities, tails, quantiles and moments to 1e-13")
  func table() throws {
    var errors = TableErrors()
    for table in try DistributionTable.all("studentT") {
      let t = try StudentT(
        degreesOfFreedom: table.parameters[0], location: table.parameters[1], scale: table.parameters[2])
      try errors.compare(t, table, value: { $0 }, number: { $0 })
    }
    errors.expectSmall()
  }

  @Test("is Cauchy's with one degree of freedom and nearly normal with many")
  func limits() throws {
    let cauchy = try StudentT(degreesOfFreedom: 1)
    let normal = try StudentT(degreesOfFreedom: 1e40)
    for x in [0.001, 0.5, 3, 20] {
      #expect(relativeError(cauchy.survival(x), atan(1 / x) / .pi) < 1e-14)
      #expect(relativeError(normal.survival(x), 0.5 * erfc(x / 2.0.squareRoot())) < 1e-13)
      #expect(abs(normal.logDensity(x) + 0.5 * (x * x + log(2 * .pi))) < 1e-12)
    }
    #expect(cauchy.mean.isNaN && cauchy.variance.isNaN && cauchy.skewness.isNaN && cauchy.excessKurtosis.isNaN)
    #expect(try StudentT(degreesOfFreedom: 2).variance == .infinity)
  }

  @Test("draws samples of itself", arguments: [0.1, 1, 5, 100])
  func samples(freedom: Double) throws {
    expectFittingSamples(try StudentT(degreesOfFreedom: freedom, location: 1, scale: 2)) { $0 }
  }

  @Test("ends, the middle and symmetry")
  func ends() throws {
    let t = try StudentT(degreesOfFreedom: 3, location: 2, scale: 5)
    #expect(t.cumulative(2) == 0.5 && t.survival(2) == 0.5)
    #expect(try t.quantile(0.5) == 2 && t.quantile(0) == -.infinity && t.quantile(1) == .infinity)
    #expect(try t.upperQuantile(0) == .infinity && t.upperQuantile(1) == -.infinity && t.upperQuantile(0.5) == 2)
    #expect(t.cumulative(-.infinity) == 0 && t.cumulative(.infinity) == 1 && t.density(.infinity) == 0)
    #expect(t.cumulative(.nan).isNaN && t.survival(.nan).isNaN && t.logDensity(.nan).isNaN)
    #expect(t.cumulative(2 - 7) == t.survival(2 + 7))
    // Most of the mass lies beyond all doubles.
    let heavy = try StudentT(degreesOfFreedom: 1e-4)
    #expect(heavy.survival(1e300) > 0.4 && heavy.survival(1e300) < 0.5)
    #expect(try heavy.upperQuantile(1e-3) == .infinity)
  }

  @Test("reads, survives a file and refuses")
  func sentences() throws {
    #expect("\(try StudentT(degreesOfFreedom: 4))" == "Student t(degrees of freedom 4)")
    let t = try StudentT(degreesOfFreedom: 4, location: 1, scale: 2)
    #expect("\(t)" == "Student t(degrees of freedom 4, location 1, scale 2)")
    #expect(try JSONDecoder().decode(StudentT.self, from: JSONEncoder().encode(t)) == t)
    #expect(
      sentence { () throws(LearningError) in _ = try StudentT(degreesOfFreedom: 0) }
        == "The degrees of freedom of the Student t distribution is 0.0; it must be from 1e-100 to 1e100.")
    #expect(throws: LearningError.self) { try StudentT(degreesOfFreedom: 1, scale: 0) }
    #expect(throws: LearningError.self) { try StudentT(degreesOfFreedom: 1, location: .infinity) }
  }
}
