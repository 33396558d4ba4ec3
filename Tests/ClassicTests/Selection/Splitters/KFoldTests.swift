import Classic
import Foundation
import Learning
import Testing

@Suite("Folds for cross-validation")
struct KFoldTests {
  private func folds(_ count: Int, _ foldCount: Int, seed: UInt64 = 1) throws -> [TrainTestSplit] {
    var generator = SeededGenerator(seed: seed)
    return try KFold(foldCount: foldCount).folds(sampleCount: count, using: &generator)
  }

  private func expectPartition(of count: Int, _ folds: [TrainTestSplit]) {
    #expect(folds.flatMap(\.test).sorted() == Array(0..<count))
    for fold in folds { #expect((fold.training + fold.test).sorted() == Array(0..<count)) }
    let sizes = folds.map(\.test.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test(
    "test every row once, in folds whose sizes differ by one at most",
    arguments: [(10, 2), (10, 3), (10, 10), (2, 2), (103, 5), (47, 11)])
  func partition(count: Int, foldCount: Int) throws {
    for shuffles in [true, false] {
      let folds = try KFold(foldCount: foldCount, shuffles: shuffles).folds(sampleCount: count)
      #expect(folds.count == foldCount)
      expectPartition(of: count, folds)
      #expect(folds.allSatisfy { $0.test == $0.test.sorted() && $0.training == $0.training.sorted() })
    }
  }

  @Test("are scikit-learn's where rows are not shuffled")
  func peer() throws {
    for expected in try Fixture.metrics().folds {
      let configuration = KFold(foldCount: expected.foldCount, shuffles: false)
      #expect(try configuration.folds(sampleCount: expected.labels.count).map(\.test) == expected.plain)
      #expect(try configuration.folds(stratifiedBy: expected.labels).map(\.test) == expected.stratified)
    }
  }

  @Test("judge a classifier as scikit-learn's cross-validation does", arguments: ["iris", "wine"])
  func crossValidation(name: String) throws {
    let expected = try #require(try Fixture.metrics().crossValidation[name])
    let (x, y) = try Fixture.data(name)
    var accuracies: [Double] = []
    for fold in try KFold(foldCount: 10, shuffles: false).folds(stratifiedBy: y) {
      let model = try NearestCentroid().fit(x.selectingRows(fold.training), labels: fold.training.map { y[$0] })
      accuracies.append(
        try accuracy(of: model.predict(x.selectingRows(fold.test)), labels: fold.test.map { y[$0] }))
    }
    #expect(accuracies == expected)
  }

  @Test("are the same for the same seed, and others for another")
  func seeds() throws {
    #expect(try folds(50, 5, seed: 4) == folds(50, 5, seed: 4))
    #expect(try folds(50, 5, seed: 4) != folds(50, 5, seed: 5))
    let labels = (0..<50).map { $0 % 3 }
    var generators = [4, 4, 5].map { SeededGenerator(seed: $0) }
    let stratified = try generators.indices.map {
      try KFold().folds(stratifiedBy: labels, using: &generators[$0])
    }
    #expect(stratified[0] == stratified[1])
    #expect(stratified[0] != stratified[2])
  }

  @Test("do not ask the generator where rows are not shuffled")
  func noDraws() throws {
    var generator = SeededGenerator(seed: 1)
    let configuration = KFold(foldCount: 3, shuffles: false)
    _ = try configuration.folds(sampleCount: 12, using: &generator)
    _ = try configuration.folds(stratifiedBy: [1, 1, 1, 2, 2, 2], using: &generator)
    #expect(generator == SeededGenerator(seed: 1))
  }

  @Test("have every row in each of them about as often")
  func uniform() throws {
    var generator = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 9)
    var stratifiedCounts = counts
    for _ in 0..<2000 {
      for row in try KFold(foldCount: 3).folds(sampleCount: 9, using: &generator)[1].test { counts[row] += 1 }
      let labels = [0, 0, 0, 0, 0, 0, 1, 1, 1]
      for row in try KFold(foldCount: 3).folds(stratifiedBy: labels, using: &generator)[1].test {
        stratifiedCounts[row] += 1
      }
    }
    // A third of 2000, with a standard deviation of sqrt(2000 * 2 / 9) = 21.1.
    #expect(counts.allSatisfy { abs(Double($0) - 2000 / 3.0) < 85 })
    #expect(stratifiedCounts.allSatisfy { abs(Double($0) - 2000 / 3.0) < 85 })
  }

  @Test("give each class its share of every fold, to within one row", arguments: [2, 3, 5, 7])
  func stratified(foldCount: Int) throws {
    let labels = (0..<97).map { $0 < 60 ? "a" : $0 < 90 ? "b" : "c" }
    for shuffles in [true, false] {
      let folds = try KFold(foldCount: foldCount, shuffles: shuffles).folds(stratifiedBy: labels)
      expectPartition(of: 97, folds)
      for (label, count) in [("a", 60.0), ("b", 30), ("c", 7)] {
        for fold in folds {
          let found = fold.test.filter { labels[$0] == label }.count
          #expect(abs(Double(found) - count / Double(foldCount)) < 1)
        }
      }
    }
  }

  @Test("do not depend on the names of the classes")
  func names() throws {
    let labels = [2, 0, 1, 1, 0, 2, 2, 2, 0, 1, 0, 1, 1]
    var (first, second) = (SeededGenerator(seed: 8), SeededGenerator(seed: 8))
    let renamed = labels.map { ["z", "y", "x"][$0] }
    #expect(
      try KFold(foldCount: 3).folds(stratifiedBy: labels, using: &first)
        == KFold(foldCount: 3).folds(stratifiedBy: renamed, using: &second))
  }

  @Test("refuse fewer than two folds", arguments: [-1, 0, 1])
  func tooFewFolds(foldCount: Int) {
    let error = LearningError.invalidOption(name: "foldCount", value: "\(foldCount)", allowed: "at least 2")
    #expect(throws: error) { try KFold(foldCount: foldCount).folds(sampleCount: 10) }
    #expect(throws: error) { try KFold(foldCount: foldCount).folds(stratifiedBy: [true, true, false, false]) }
  }

  @Test("refuse fewer samples than folds", arguments: [-1, 0, 4])
  func tooFewSamples(count: Int) throws {
    let error = LearningError.tooFewSamples(found: count, needed: 5, purpose: "cross-validation with 5 folds")
    #expect(throws: error) { try KFold().folds(sampleCount: count) }
    if count >= 0 {
      #expect(throws: error) { try KFold().folds(stratifiedBy: [Int](repeating: 1, count: count)) }
    }
  }

  @Test("name the class that is too small for them")
  func smallClass() throws {
    let error = try #require(throws: LearningError.self) {
      try KFold(foldCount: 3).folds(stratifiedBy: ["a", "b", "a", "b", "a"])
    }
    #expect(error.description == "There are 2 samples; the class “b”, to be in each of 3 folds, needs at least 3.")
  }

  @Test("come from a configuration that a file keeps")
  func roundTrip() throws {
    let configuration = KFold(foldCount: 10, shuffles: false)
    #expect(try JSONDecoder().decode(KFold.self, from: JSONEncoder().encode(configuration)) == configuration)
    #expect(KFold() == KFold(foldCount: 5, shuffles: true))
  }
}
