import Foundation
import Learning
import Stats
import Testing

@Suite("The categorical distribution")
struct CategoricalTests {
  private let loaded = Result { try Categorical(probabilities: [0.5, 0, 0.25, 0.25]) }

  @Test("has the moments and the entropy of its table")
  func moments() throws {
    let distribution = try loaded.get()
    // 0, 2 and 3 with probabilities 1/2, 1/4 and 1/4: about the mean 5/4 the moments are fractions.
    #expect(distribution.mean == 1.25)
    #expect(distribution.variance == 1.6875)
    let skewness = 0.46875 / pow(1.6875, 1.5)
    let excessKurtosis = 3.64453125 / pow(1.6875, 2) - 3
    #expect(abs(distribution.skewness - skewness) < 1e-15)
    #expect(abs(distribution.excessKurtosis - excessKurtosis) < 1e-15)
    #expect(abs(distribution.entropy - 1.5 * log(2)) < 1e-15)
    #expect(distribution.support == 0...3)
  }

  @Test("gives no category of probability zero, also at the ends")
  func impossibleCategories() throws {
    let distribution = try Categorical(probabilities: [0, 0.5, 0, 0.5, 0])
    #expect(distribution.support == 1...3)
    #expect(try distribution.quantile(0) == 1)
    #expect(try distribution.quantile(0.5) == 1)
    #expect(try distribution.quantile(0.5.nextUp) == 3)
    #expect(try distribution.quantile(1) == 3)
    #expect(distribution.cumulative(3) == 1)
    #expect(distribution.survival(0) == 1)
    var generator = SeededGenerator(seed: 1)
    #expect(Set(distribution.samples(100, using: &generator)) == [1, 3])
  }

  @Test("divides by a sum that is nearly 1, once")
  func normalization() throws {
    let distribution = try Categorical(probabilities: [0.3, 0.7 + 5e-10])
    let (first, sum) = (0.3 / (1 + 5e-10), distribution.probabilities.reduce(0, +))
    #expect(abs(distribution.probabilities[0] - first) < 1e-16)
    #expect(abs(sum - 1) < 1e-15)
    #expect(try Categorical(probabilities: distribution.probabilities) == distribution)
    let equal = [Double](repeating: 1 / 3.0, count: 3)
    let thirds = try Categorical(probabilities: equal)
    #expect(thirds.probabilities == equal)
    #expect(try thirds.upperQuantile(1e-300) == 2)
  }

  @Test("is written as its probabilities alone")
  func coding() throws {
    let json = try JSONEncoder().encode(loaded.get())
    #expect(String(decoding: json, as: UTF8.self) == #"{"probabilities":[0.5,0,0.25,0.25]}"#)
  }
}
