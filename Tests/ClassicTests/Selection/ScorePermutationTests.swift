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

  @Test("has the p-value of all permutations, as far as some of them tell")
  func enumeration() throws {
    let values = [0.0, 1, 5, 2.5, 7, 9]
    let classes = [0, 0, 0, 1, 1, 1]
    // Of 720 orders, 36 give each of the 20 ways to have three rows of either class.
    let scores = (0..<64).filter { $0.nonzeroBitCount == 3 }.map { bits in
      leaveOneOutAccuracy(values, (0..<6).map { bits >> $0 & 1 })
    }
    let observed = leaveOneOutAccuracy(values, classes)
    let exact = Double(scores.count { $0 >= observed }) / 20
    #expect(scores.count == 20)

    var generator = SeededGenerator(seed: 9)
    let result = try permutationTest(
      NearestCentroid(), Matrix(rows: values.map { [$0] }), labels: classes, permutations: 1000,
      splitter: LeaveOneOut(), metric: .accuracy, using: &generator)
    #expect(abs(result.score.mean - observed) < 1e-12)
    // Means of six scores that are 0 or 1 each.
    func places(_ scores: [Double]) -> [Int] { scores.map { Int(($0 * 6).rounded()) } }
    for (score, members) in Dictionary(grouping: places(scores), by: { $0 }) {
      let share = Double(members.count) / 20
      let found = Double(places(result.permutedMeans).count { $0 == score }) / 1000
      #expect(abs(found - share) < 4 * (share * (1 - share) / 1000).squareRoot())
    }
    #expect(Set(places(result.permutedMeans)) == Set(places(scores)))
    #expect(0 < exact && exact < 1)
    #expect(abs(result.pValue - exact) < 4 * (exact * (1 - exact) / 1000).squareRoot() + 0.001)
  }

  /// The share of numbers that are nearer to the mean of their own class than to that of the other, without themselves.
  private func leaveOneOutAccuracy(_ values: [Double], _ classes: [Int]) -> Double {
    var right = 0
    for left in values.indices {
      var (sums, counts) = ([0.0, 0], [0.0, 0])
      for i in values.indices where i != left {
        sums[classes[i]] += values[i]
        counts[classes[i]] += 1
      }
      let distances = (0..<2).map { abs(values[left] - sums[$0] / counts[$0]) }
      if distances[classes[left]] < distances[1 - classes[left]] { right += 1 }
    }
    return Double(right) / 6
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
