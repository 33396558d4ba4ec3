import Learning
import LinearAlgebra
import Testing

@testable import Stats

@Suite("The permutation test")
struct PermutationTestTests {
  private let reference: ReferenceOfTests.Permutation

  init() throws { reference = try ReferenceOfTests.read().permutation }

  @Test("agrees with SciPy where every division is looked at", arguments: Alternative.allCases)
  func exact(_ alternative: Alternative) throws {
    let permutation = PermutationTest(alternative: alternative)
    let samples = try permutation.test(reference.first, against: reference.third)
    let pairs = try permutation.testPairs(reference.first, against: reference.second)
    for (test, expected) in [(samples, reference.independent), (pairs, reference.paired)] {
      let expected = try #require(expected[alternative.rawValue])
      #expect(agrees(test.statistic, expected[0], within: 1e-13))
      #expect(agrees(test.pValue, expected[1], within: 1e-13))
      #expect(test.name == "permutation, exact")
    }
  }

  @Test("comes close to that with random divisions", arguments: Alternative.allCases)
  func random(_ alternative: Alternative) throws {
    var generator = SeededGenerator(seed: 8)
    let permutation = PermutationTest(alternative: alternative, permutations: 2000, exactLimit: 0)
    let samples = try permutation.test(reference.first, against: reference.third, using: &generator)
    let pairs = try permutation.testPairs(reference.first, against: reference.second, using: &generator)
    for (test, expected) in [(samples, reference.independent), (pairs, reference.paired)] {
      let p = try #require(expected[alternative.rawValue])[1]
      // Four standard deviations, doubled where p is twice a share.
      #expect(abs(test.pValue - p) < 8 * (p * (1 - p) / 2000).squareRoot() + 1e-3)
      #expect(test.name == "permutation, 2000 random")
    }
  }

  @Test("is never zero, whatever the values are")
  func neverZero() throws {
    let (low, high) = ((0..<20).map(Double.init), (100..<120).map(Double.init))
    let test = try PermutationTest(alternative: .less, permutations: 99).test(low, against: high)
    #expect(test.pValue == 0.01)
  }

  @Test("takes any statistic, and gives the same bits on any number of threads")
  func threads() throws {
    let reference = reference
    func run(on threadCount: Int) throws -> HypothesisTest {
      try ThreadBudget.reproducible.limited(to: threadCount).run {
        var generator = SeededGenerator(seed: 9)
        return try PermutationTest(permutations: 200, exactLimit: 1)
          .test(reference.first, against: reference.second, using: &generator) { first, second in
            (first.max() ?? .nan) - (second.max() ?? .nan)
          }
      }
    }
    #expect(try run(on: 1) == run(on: 2))
    #expect(try run(on: 1).statistic == 3.06 - 3.14)
  }

  @Test("refuses what cannot be divided, and statistics that are no numbers")
  func refusals() {
    let permutation = PermutationTest()
    #expect(throws: LearningError.countMismatch(.observations, count: 1, rowCount: 2)) {
      try permutation.testPairs([1, 2], against: [1])
    }
    #expect(throws: LearningError.self) { try permutation.test([], against: [1]) }
    #expect(throws: LearningError.self) { try permutation.test([1], against: [.nan]) }
    #expect(throws: LearningError.undefinedStatistic(on: "the sample itself")) {
      try permutation.test([1], against: [2]) { _, _ in .nan }
    }
    #expect(throws: LearningError.undefinedStatistic(on: "permutation 1")) {
      try permutation.test([1], against: [2]) { first, _ in first == [1] ? 0 : .nan }
    }
    #expect(throws: LearningError.invalidOption(name: "permutations", value: "0", allowed: "at least 1")) {
      try PermutationTest(permutations: 0, exactLimit: 0).test([1, 2], against: [3])
    }
  }

  @Test("looks at each combination once, in lexicographic order")
  func combinations() throws {
    let combinations = try #require(Combinations(of: 6, choosing: 3, limit: 20))
    let all = (0..<combinations.count).map { combinations[$0] }
    #expect(all.count == 20 && all.first == [0, 1, 2] && all.last == [3, 4, 5])
    for (before, after) in zip(all, all.dropFirst()) { #expect(before.lexicographicallyPrecedes(after)) }
    #expect(all.allSatisfy { $0.count == 3 && Set($0).count == 3 })
    #expect(Combinations(of: 6, choosing: 3, limit: 19) == nil)
    #expect(Combinations(of: 1000, choosing: 500, limit: .max) == nil)
  }
}
