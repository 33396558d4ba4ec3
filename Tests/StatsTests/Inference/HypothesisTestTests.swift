import Foundation
import Stats
import Testing

@Suite("The result of a test")
struct HypothesisTestTests {
  @Test("is printed as a sentence of a report")
  func description() {
    let ratio = HypothesisTest(name: "likelihood ratio", statistic: 4.2095, degreesOfFreedom: 1, pValue: 0.040196)
    #expect("\(ratio)" == "likelihood ratio: statistic 4.2095 on 1 df, p = 0.0402")
    let certain = HypothesisTest(name: "Kolmogorov-Smirnov, exact", statistic: 1, pValue: 1e-30)
    #expect("\(certain)" == "Kolmogorov-Smirnov, exact: statistic 1, p < 2e-16")
  }

  @Test("survives a file, infinite numbers included")
  func codable() throws {
    for test in [
      HypothesisTest(name: "χ²", statistic: .infinity, degreesOfFreedom: 3, pValue: 0),
      HypothesisTest(name: "permutation", statistic: -2.5, pValue: 0.1),
    ] {
      #expect(try JSONDecoder().decode(HypothesisTest.self, from: JSONEncoder().encode(test)) == test)
    }
    let interval = IntervalEstimate(lower: -.infinity, upper: 3, level: 0.9)
    #expect(try JSONDecoder().decode(IntervalEstimate.self, from: JSONEncoder().encode(interval)) == interval)
  }
}
