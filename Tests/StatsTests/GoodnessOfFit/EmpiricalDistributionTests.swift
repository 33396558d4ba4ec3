import Foundation
import Learning
import Stats
import Testing

@Suite("The distribution of a sample")
struct EmpiricalDistributionTests {
  @Test("steps at its values, and holds them at the step")
  func steps() throws {
    let sample = try EmpiricalDistribution([3, 1, 4, 1, 5])
    #expect(sample.values == [1, 1, 3, 4, 5])
    for (x, share) in [(0.9, 0.0), (1, 0.4), (2.9, 0.4), (3, 0.6), (4.5, 0.8), (5, 1), (.infinity, 1)] {
      #expect(sample.cumulative(x) == share)
      #expect(abs(sample.survival(x) - (1 - share)) < 1e-15)
    }
    #expect(sample.cumulative(.nan).isNaN && sample.survival(.nan).isNaN)
  }

  @Test("has NumPy's quantiles by all nine definitions", arguments: QuantileMethod.allCases)
  func quantiles(_ method: QuantileMethod) throws {
    let reference = try ReferenceOfTests.read()
    let waits = try EmpiricalDistribution(reference.waits), ten = try EmpiricalDistribution((1...10).map(Double.init))
    for (index, probability) in reference.quantiles.probabilities.enumerated() {
      let expected = reference.quantiles.waits[method.rawValue - 1][index]
      #expect(agrees(try waits.quantile(probability, by: method), expected, within: 1e-14))
      let whole = reference.quantiles.ten[method.rawValue - 1][index]
      #expect(agrees(try ten.quantile(probability, by: method), whole, within: 1e-14), "\(probability)")
    }
  }

  @Test("is inverted by the quantile of the first definition")
  func inverse() throws {
    let sample = try EmpiricalDistribution([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
    for x in sample.values {
      #expect(try sample.quantile(sample.cumulative(x), by: .invertedCumulative) == x)
    }
    #expect(try EmpiricalDistribution([7]).quantile(0.3) == 7)
  }

  @Test("refuses no values, values that are none, and probabilities that are none")
  func refusals() throws {
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "an empirical distribution")) {
      try EmpiricalDistribution([])
    }
    #expect(throws: LearningError.self) { try EmpiricalDistribution([1, .nan]) }
    let sample = try EmpiricalDistribution([1, 2])
    for probability in [-0.1, 1.1, .nan] {
      #expect(throws: LearningError.self) { try sample.quantile(probability) }
    }
  }

  @Test("survives a file, and refuses one without values")
  func codable() throws {
    let sample = try EmpiricalDistribution([2, 1])
    let data = try JSONEncoder().encode(sample)
    #expect(String(decoding: data, as: UTF8.self) == "[1,2]")
    #expect(try JSONDecoder().decode(EmpiricalDistribution.self, from: data) == sample)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(EmpiricalDistribution.self, from: Data("[]".utf8)) }
  }
}
