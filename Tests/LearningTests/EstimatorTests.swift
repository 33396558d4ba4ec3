import Learning
import LinearAlgebra
import Testing

@Suite("Estimators")
struct EstimatorTests {
  private let x: Matrix = [[1, 0], [2, 0], [3, 1], [4, 1]]
  private let y = ["no", "no", "no", "yes"]

  /// What cross-validation does. Swift opens the existentials that it is called with, the inout one too.
  private func accuracy(
    _ estimator: some ClassifierEstimator, using generator: inout some RandomNumberGenerator
  ) throws -> Double {
    let predicted = try estimator.fit(x, labels: y, using: &generator).predict(x)
    return Double(zip(predicted, y).filter { $0 == $1 }.count) / Double(y.count)
  }

  @Test("of different types fit from one array, through an existential generator")
  func existentials() throws {
    let estimators: [any ClassifierEstimator] = [MajorityClass(), DrawnClass()]
    var generator: any RandomNumberGenerator = SeededGenerator(seed: 1)
    let accuracies = try estimators.map { try accuracy($0, using: &generator) }
    #expect(accuracies[0] == 0.75)
    #expect(accuracies[1] == 0.75 || accuracies[1] == 0.25)
    #expect(estimators.map(\.traits) == [.deterministic, .samplesRows])
  }

  @Test("that are deterministic never ask the generator, and fit the same without one")
  func deterministic() throws {
    var generator = CountingGenerator()
    let model = try MajorityClass().fit(x, labels: y, using: &generator)
    #expect(try MajorityClass().fit(x, labels: y).core == model.core)
    let regressor = try MeanTarget().fit(x, targets: [1, 2, 3, 6], weights: nil, using: &generator)
    #expect(try MeanTarget().fit(x, targets: [1, 2, 3, 6]) == regressor)
    #expect(regressor.mean == 3)
    let transformer = try Unchanged().fit(x, using: &generator)
    #expect(try Unchanged().fit(x) == transformer)
    #expect(try Unchanged().fit(x, weights: nil, using: &generator) == transformer)
    #expect(generator.draws == 0)
    _ = try DrawnClass().fit(x, labels: y, using: &generator)
    #expect(generator.draws > 0)
  }

  @Test("leave rows of weight zero out, their labels too")
  func weights() throws {
    let model = try MajorityClass().fit(
      [[1], [2], [3], [4]], labels: ["a", "ghost", "b", "b"], weights: [3, 0, 1, 1])
    #expect(model.classes == ["a", "b"])
    #expect(model.shares == [0.6, 0.4])
    #expect(throws: LearningError.oneClassOnly(label: "no")) {
      try MajorityClass().fit(x, labels: y, weights: [1, 1, 1, 0])
    }
    #expect(try MeanTarget().fit([[1], [2]], targets: [1, 5], weights: [3, 1]).mean == 2)
  }

  @Test("refuse data that nothing can be learned from")
  func refused() {
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 2)) {
      try MajorityClass().fit(.zeros(0, 2), labels: [Int]())
    }
    #expect(throws: LearningError.empty(rowCount: 2, columnCount: 0)) {
      try MajorityClass().fit(.zeros(2, 0), labels: [1, 2])
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 1, rowCount: 4)) {
      try MajorityClass().fit(x, labels: [1])
    }
    #expect(throws: LearningError.countMismatch(.targets, count: 1, rowCount: 4)) {
      try MeanTarget().fit(x, targets: [1])
    }
    #expect(throws: LearningError.oneClassOnly(label: "7")) { try MajorityClass().fit(x, labels: [7, 7, 7, 7]) }
    #expect(throws: LearningError.notFinite(row: 1, column: 0, value: .infinity)) {
      try MajorityClass().fit([[1], [.infinity], [2]], labels: [1, 2, 3], weights: [1, 0, 1])
    }
  }

  @Test("make models that refuse samples they were not fitted on, and take none")
  func samples() throws {
    let model = try MajorityClass().fit(x, labels: y)
    #expect(throws: LearningError.featureCountMismatch(found: 3, expected: 2)) { try model.predict([[1, 2, 3]]) }
    #expect(throws: LearningError.notFinite(row: 0, column: 1, value: -.infinity)) {
      try model.probabilities(for: [[1, -.infinity]])
    }
    #expect(try model.predict(.zeros(0, 2)).isEmpty)
    #expect(throws: LearningError.featureCountMismatch(found: 0, expected: 2)) { try model.predict(.zeros(0, 0)) }
  }

  @Test("combine their traits")
  func traits() {
    let traits: EstimatorTraits = [.samplesRows, .countsRows]
    #expect(traits.contains(.countsRows) && !traits.contains(.deterministic))
  }
}

@Suite("The rows that count")
struct WeightedRowsTests {
  private let x: Matrix = [[1], [2], [3]]

  @Test("are all of them without weights, or where all are positive")
  func all() throws {
    let unweighted = try WeightedRows(nil, rowCount: 3)
    #expect(unweighted.weights == nil)
    #expect(try unweighted.select(x) == x)
    let weighted = try WeightedRows([1, 2, 3], rowCount: 3)
    #expect(weighted.weights == [1, 2, 3])
    #expect(weighted.select(["a", "b", "c"]) == ["a", "b", "c"])
  }

  @Test("are those of positive weight")
  func positive() throws {
    let rows = try WeightedRows([0, 2, -0.0], rowCount: 3)
    #expect(rows.weights == [2])
    #expect(try rows.select(x) == [[2]])
    #expect(rows.select(["a", "b", "c"]) == ["b"])
  }

  @Test("are refused where a weight is no weight")
  func refused() {
    #expect(throws: LearningError.countMismatch(.weights, count: 2, rowCount: 3)) {
      try WeightedRows([1, 2], rowCount: 3)
    }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -2)) { try WeightedRows([1, -2], rowCount: 2) }
    #expect(throws: LearningError.valueNotFinite(.weights, row: 0, value: .infinity)) {
      try WeightedRows([.infinity, -2], rowCount: 2)
    }
    #expect(throws: LearningError.valueNotFinite(.weights, row: 1, value: -.infinity)) {
      try WeightedRows([1, -.infinity], rowCount: 2)
    }
    #expect(throws: LearningError.self) { try WeightedRows([.nan], rowCount: 1) }
    #expect(throws: LearningError.noPositiveWeight) { try WeightedRows([0, 0], rowCount: 2) }
  }
}
