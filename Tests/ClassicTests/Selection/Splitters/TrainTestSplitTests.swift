import Classic
import Learning
import Testing

@Suite("The split into training and test rows")
struct TrainTestSplitTests {
  private func split(_ count: Int, _ share: Double, seed: UInt64 = 1) throws -> TrainTestSplit {
    var generator = SeededGenerator(seed: seed)
    return try trainTestSplit(count: count, testShare: share, using: &generator)
  }

  @Test(
    "has every row once, in parts of the sizes asked for",
    arguments: [(150, 0.25, 38), (100, 0.2, 20), (2, 0.5, 1), (3, 0.01, 1), (3, 0.99, 2), (10, 0.25, 3), (5, 0.1, 1)])
  func sizes(count: Int, share: Double, testCount: Int) throws {
    let split = try split(count, share)
    #expect(split.test.count == testCount)
    #expect((split.training + split.test).sorted() == Array(0..<count))
  }

  @Test("is the same for the same seed, and another for another")
  func seeds() throws {
    #expect(try split(50, 0.3, seed: 4) == split(50, 0.3, seed: 4))
    #expect(try split(50, 0.3, seed: 4) != split(50, 0.3, seed: 5))
    #expect(try split(50, 0.3).test != split(50, 0.3).test.sorted())
  }

  @Test("puts every row into the test part about as often")
  func uniform() throws {
    var generator = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<2000 {
      for row in try trainTestSplit(count: 10, testShare: 0.3, using: &generator).test { counts[row] += 1 }
    }
    // 600 each, with a standard deviation of sqrt(2000 * 0.3 * 0.7) = 20.5.
    #expect(counts.allSatisfy { abs($0 - 600) < 82 })
  }

  @Test("gives each class its share of both parts, to within one row", arguments: [0.1, 0.25, 0.5, 0.9])
  func stratified(share: Double) throws {
    let labels = (0..<97).map { $0 < 60 ? "a" : $0 < 90 ? "b" : "c" }
    var generator = SeededGenerator(seed: 3)
    let split = try trainTestSplit(stratifiedBy: labels, testShare: share, using: &generator)
    #expect((split.training + split.test).sorted() == Array(0..<97))
    for (label, count) in [("a", 60.0), ("b", 30), ("c", 7)] {
      let found = split.test.filter { labels[$0] == label }.count
      #expect(abs(Double(found) - count * share) < 1)
      #expect(found > 0 && found < Int(count))
    }
    var again = SeededGenerator(seed: 3)
    #expect(try trainTestSplit(stratifiedBy: labels, testShare: share, using: &again) == split)
    // Classes are mixed, not one after the other.
    #expect(split.training.map { labels[$0] } != split.training.map { labels[$0] }.sorted())
  }

  @Test("refuses shares that leave a part without rows", arguments: [0, 1, -0.5, 1.5, .nan, .infinity] as [Double])
  func shares(share: Double) {
    let error = LearningError.invalidOption(
      name: "testShare", value: "\(share)", allowed: "between 0 and 1, both excluded")
    #expect(throws: error) { try split(10, share) }
    var generator = SeededGenerator(seed: 1)
    #expect(throws: error) { try trainTestSplit(stratifiedBy: [1, 1, 2, 2], testShare: share, using: &generator) }
  }

  @Test("refuses fewer than two rows", arguments: [-1, 0, 1])
  func tooFew(count: Int) {
    #expect(throws: LearningError.tooFewSamples(found: count, needed: 2, purpose: "a training and a test part")) {
      try split(count, 0.5)
    }
  }

  @Test("names the class that has one row only")
  func loneRow() throws {
    var generator = SeededGenerator(seed: 1)
    let error = try #require(throws: LearningError.self) {
      try trainTestSplit(stratifiedBy: ["a", "a", "b"], using: &generator)
    }
    #expect(error.description == "There is 1 sample; the class “b”, to be in both parts, needs at least 2.")
  }

  @Test("keeps groups together, and takes a share of them")
  func groups() throws {
    let groups = (0..<60).map { ["a", "b", "c", "d", "e", "f", "g", "h"][$0 * $0 % 8] + "\($0 % 5)" }
    var generator = SeededGenerator(seed: 3)
    let split = try trainTestSplit(groupedBy: groups, testShare: 0.3, using: &generator)
    #expect((split.training + split.test).sorted() == Array(0..<60))
    let tested = Set(split.test.map { groups[$0] })
    #expect(tested.isDisjoint(with: split.training.map { groups[$0] }))
    #expect(tested.count == Int((0.3 * Double(Set(groups).count)).rounded()))
    #expect(throws: LearningError.tooFewGroups(found: 1, needed: 2, purpose: "a training and a test part")) {
      try trainTestSplit(groupedBy: [7, 7, 7], using: &generator)
    }
  }
}
