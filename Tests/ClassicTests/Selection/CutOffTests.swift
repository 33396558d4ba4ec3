import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("Cut-offs by cost")
struct CutOffTests {
  private let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 4, truePositive: -0.5, trueNegative: 0.1)

  /// Each candidate by itself.
  private func bruteForce(
    _ threshold: Double, _ p: [Double], _ labels: [Bool], _ weights: [Double]
  ) -> (counts: [Double], cost: Double) {
    var counts = [0.0, 0, 0, 0]
    for i in p.indices { counts[(labels[i] ? 0 : 1) + (p[i] >= threshold ? 0 : 2)] += weights[i] }
    let sum = zip(counts, [-0.5, 1, 4, 0.1]).reduce(0) { $0 + $1.0 * $1.1 }
    return (counts, sum / weights.reduce(0, +))
  }

  @Test("are those that every one of them, tried by itself, shows to be the best")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 6)
    for round in 0..<20 {
      let p = (0..<40).map { _ in Double(Int.random(in: 0...15, using: &generator)) / 15 }
      let labels = p.map { Double.random(in: 0..<1, using: &generator) < $0 }
      let weights = p.map { _ in round < 10 ? 1 : Double(Int.random(in: 0...3, using: &generator)) }
      let table = try CutOffTable(of: p, labels: labels, weights: round < 10 ? nil : weights, costs: costs)
      let there = zip(p, weights).filter { $0.1 > 0 }.map(\.0)
      #expect(table.cutOffs.map(\.threshold) == [.infinity] + Array(Set(there)).sorted(by: >))
      for cutOff in table.cutOffs {
        let expected = bruteForce(cutOff.threshold, p, labels, weights)
        #expect(
          [cutOff.truePositives, cutOff.falsePositives, cutOff.falseNegatives, cutOff.trueNegatives] == expected.counts)
        #expect(abs(cutOff.costPerRow - expected.cost) < 1e-12)
        #expect(table.best.costPerRow <= cutOff.costPerRow)
      }
      for threshold in [-1, 0, 0.01, 0.5, 0.6, 0.99, 1, 2] {
        #expect(abs(table.costPerRow(at: threshold) - bruteForce(threshold, p, labels, weights).cost) < 1e-12)
      }
    }
  }

  @Test("have a closed form for probabilities that are true")
  func closedForm() throws {
    #expect(abs(try MisclassificationCosts(falsePositive: 1, falseNegative: 9).calibratedCutOff() - 0.1) < 1e-16)
    #expect(try MisclassificationCosts(falsePositive: 3, falseNegative: 1).calibratedCutOff() == 0.75)
    #expect(abs(try costs.calibratedCutOff() - 0.9 / 5.4) < 1e-15)
    // Of 10 rows at k/10, k are positive: a calibrated list, whose best threshold is the first one from 0.2 on.
    let p = (1...9).flatMap { Array(repeating: Double($0) / 10, count: 10) }
    let labels = (1...9).flatMap { k in (0..<10).map { $0 < k } }
    let table = try CutOffTable(
      of: p, labels: labels, costs: MisclassificationCosts(falsePositive: 2, falseNegative: 9.5))
    #expect(table.best.threshold == 0.2)
  }

  @Test("refuse costs under which a mistake pays, and say which")
  func wrongCosts() throws {
    let wrong: [(costs: MisclassificationCosts, name: String)] = [
      (MisclassificationCosts(falsePositive: 0, falseNegative: 1), "falsePositive"),
      (MisclassificationCosts(falsePositive: .nan, falseNegative: 1), "falsePositive"),
      (MisclassificationCosts(falsePositive: 1, falseNegative: .infinity), "falseNegative"),
      (MisclassificationCosts(falsePositive: 1, falseNegative: 1, truePositive: 1), "falseNegative"),
      (MisclassificationCosts(falsePositive: 1, falseNegative: 1, trueNegative: .nan), "trueNegative"),
    ]
    for (costs, name) in wrong {
      for error in [
        try #require(throws: LearningError.self) { try costs.calibratedCutOff() },
        try #require(throws: LearningError.self) {
          try CutOffTable(of: [0.1, 0.9], labels: [false, true], costs: costs)
        },
      ] {
        guard case .invalidOption(name, _, _) = error else {
          Issue.record("It throws \(error)")
          continue
        }
      }
    }
    #expect(throws: LearningError.oneClassOnly(label: "true")) {
      try CutOffTable(of: [0.1, 0.9], labels: [true, true], costs: self.costs)
    }
  }

  @Test("of a cross-validation are those of its predictions, together and fold by fold")
  func spread() throws {
    let (x, y) = try Fixture.data("wine")
    let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 5)
    let result = try crossValidate(GaussianNaiveBayes(), x, labels: y, splitter: KFold(shuffles: false))
    let spread = try result.cutOffs(for: y[0], costs: costs)
    let column = try #require(result.outOfFold.classes.firstIndex(of: y[0]))
    let pooled = try CutOffTable(
      of: result.outOfFold.probabilities.rows.map { $0[column] }, labels: y.map { $0 == y[0] }, costs: costs)
    #expect(spread.pooled == pooled)
    #expect(spread.folds.count == 5)
    let values = spread.cost(at: 0.3).values
    for (fold, value) in zip(result.folds, values) {
      let wrong = zip(fold.predictions.probabilities.rows, fold.predictions.labels).map { row, label in
        row[column] >= 0.3 ? (label == y[0] ? 0.0 : 1) : (label == y[0] ? 5 : 0)
      }
      #expect(abs(value - wrong.reduce(0, +) / Double(wrong.count)) < 1e-12)
    }
    let error = try #require(throws: LearningError.self) { try result.cutOffs(for: 42, costs: costs) }
    #expect(error.description.contains("positive"))
  }
}
