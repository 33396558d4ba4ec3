import Learning
import Stats
import Testing

@Suite("The median")
struct MedianTests {
  @Test("is the middle value, or the midpoint of the two middle ones")
  func definition() throws {
    #expect(try [3, 1, 4].median() == 3)
    #expect(try [3, 1, 4, 1.5].median() == 2.25)
    #expect(try [7.5].median() == 7.5)
    #expect(try [2, 2, 2, 2].median() == 2)
    #expect(try [1.5e308, 1.7e308].median() == 1.6e308)
    #expect(try (1...5).lazy.map(Double.init).median() == 3)
  }

  @Test("is that of the sorted sample, with ties, on any order")
  func sorted() throws {
    var generator = SeededGenerator(seed: 11)
    for count in 1...60 {
      let sample = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &generator)) / 4 }
      let sorted = sample.sorted()
      #expect(try sample.median() == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
      #expect(try sorted.median() == sample.median())
    }
  }

  @Test("counts weights as repetitions")
  func repetition() throws {
    var generator = SeededGenerator(seed: 12)
    for count in 1...40 {
      let sample = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
      var weights = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
      weights[0] += 1
      let repeated = zip(sample, weights).flatMap { Array(repeating: $0, count: Int($1)) }
      #expect(try sample.median(weights: weights) == repeated.median())
    }
  }

  /// Ten times 0.1 is not 1 in a Double, nor are five of them half of it.
  @Test("does not depend on the unit of the weights")
  func scaling() throws {
    let sample = (0..<10).map { Double($0) }
    for unit in [0.1, 0.3, 1e-9, 7e11] {
      #expect(try sample.median(weights: .init(repeating: unit, count: 10)) == 4.5)
    }
    #expect(try [1, 2, 3].median(weights: [0.1, 0.2, 0.3]) == 2.5)
    #expect(try [1, 2, 3].median(weights: [0.1, 0.2, 0.31]) == 3)
  }

  @Test("refuses what is no sample, by its row")
  func refusals() {
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "a median")) { try [].median() }
    #expect(throws: LearningError.self) { try [1, 2, .nan].median() }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: .infinity)) {
      try [1, .infinity].median(weights: [1, 0])
    }
    #expect(throws: LearningError.negativeWeight(row: 0, value: -1)) { try [1, 2].median(weights: [-1, 2]) }
    #expect(throws: LearningError.noPositiveWeight) { try [1, 2].median(weights: [0, 0]) }
    #expect(throws: LearningError.countMismatch(.weights, count: 1, rowCount: 2)) { try [1, 2].median(weights: [1]) }
  }
}
