import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("The permutation test of a score")
struct ScorePermutationTests {
  private let x: Matrix
  private let labels = (0..<24).map { $0 % 12 < 6 ? "a" : "b" }

  init() throws {
    x = try Matrix(rows: (0..<24).map { [Double($0 % 12), Double($0 * $0 % 7)] })
  }

  private func test(
    _ labels: [String], groups: [Int]? = nil, permutations: Int = 39, seed: UInt64 = 3
  ) throws -> ScorePermutationTest {
    var generator = SeededGenerator(seed: seed)
    return try permutationTest(
      NearestCentroid(), x, labels: labels, groups: groups, permutations: permutations, splitter: KFold(foldCount: 3),
      metric: .accuracy, using: &generator)
  }

  @Test("counts the permutations that are as good, and itself")
  func counts() throws {
    let unrelated = (0..<24).map { $0 * 5 % 3 == 0 || $0 % 8 == 1 ? "a" : "b" }
    for result in [try test(labels), try test(unrelated)] {
      let asGood = result.permutedMeans.filter { $0 >= result.score.mean }.count
      #expect(result.permutedMeans.count == 39)
      #expect(result.pValue == Double(1 + asGood) / 40)
    }
    // Classes that one feature tells apart.
    #expect(try test(labels).pValue == 0.025)
    #expect(try test(unrelated).pValue > 0.05)
  }

  @Test("takes a lower score for a better one where it is")
  func direction() throws {
    var generator = SeededGenerator(seed: 1)
    let targets = (0..<24).map { 2 * Double($0 % 12) }
    let result = try permutationTest(LinearRegression(), x, targets: targets, permutations: 19, using: &generator)
    #expect(result.pValue == 0.05)
    #expect(result.permutedMeans.allSatisfy { $0 > 1 })
  }

  @Test("gives the same for the same seed, on one thread and on two")
  func seeds() throws {
    #expect(try test(labels) == test(labels))
    #expect(try test(labels, seed: 4).permutedMeans != test(labels).permutedMeans)
    let results = try [1, 2].map { count in
      try ThreadBudget.reproducible.limited(to: count).run { try test(labels) }
    }
    #expect(results[0] == results[1])
  }

  @Test("permutes within groups only")
  func groups() throws {
    // Labels are the same within each group, so that no permutation changes anything but the folds.
    let groups = (0..<24).map { $0 % 12 < 6 ? 1 : 2 }
    let result = try test(labels, groups: groups)
    #expect(result.permutedMeans.allSatisfy { $0 >= 0.9 })
  }

  @Test("needs a permutation")
  func options() {
    #expect(throws: LearningError.invalidOption(name: "permutations", value: "0", allowed: "at least 1")) {
      try test(labels, permutations: 0)
    }
  }
}
