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

  @Test("of the same cost are told apart by their threshold, not by roundings")
  func ties() throws {
    // Each positive is followed by five negatives, which cost as much as it saves.
    let labels = (0..<30).flatMap { _ in [true, false, false, false, false, false] }
    let p = labels.indices.map { 1 - Double($0) / 200 }
    let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 5)
    let table = try CutOffTable(of: p, labels: labels, costs: costs)
    // 29 misses, or as much.
    #expect(table.bestIndex == 1)
    #expect(Set(table.cutOffs.indices.filter { $0 % 6 == 1 }.map { table.cutOffs[$0].costPerRow }) == [145.0 / 180])
    // No overflow at the far end.
    let huge = MisclassificationCosts(falsePositive: 1.7e308, falseNegative: 1.7e308)
    let far = try CutOffTable(of: [0.9, 0.1], labels: [false, true], weights: [8e307, 8e307], costs: huge)
    #expect(abs(far.cutOffs[1].costPerRow / 1.7e308 - 1) < 1e-15)
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

  @Test("are judged by a metric of decisions, for any class and with weights")
  func metric() throws {
    let (labels, predictions) = (["a", "b", "c", "c", "a"], ["a", "c", "c", "b", "b"])
    func judged(_ weights: [Double]?) throws -> ClassifierPredictions<String> {
      try ClassifierPredictions(
        classes: ["a", "b", "c"], probabilities: .zeros(5, 3), predictions: predictions, labels: labels,
        weights: weights)
    }
    // Of c: one false positive, one true, one false negative, two true negatives.
    let metric = ClassificationMetric<String>.cost(costs, positive: "c")
    #expect(abs(try metric.value(of: judged(nil)) - (1 - 0.5 + 4 + 0.1 * 2) / 5) < 1e-15)
    #expect(abs(try metric.value(of: judged([1, 2, 3, 4, 0])) - (0.1 + 1 * 2 - 0.5 * 3 + 4 * 4) / 10) < 1e-15)
    #expect(metric.direction == .lowerIsBetter)
    #expect(metric.name == "cost per row of c")
    let error = try #require(throws: LearningError.self) {
      try ClassificationMetric<String>.cost(costs).value(of: judged(nil))
    }
    #expect(error.description.contains("there are 3 classes"))
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
