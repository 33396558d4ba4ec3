import Classic
import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("Bootstrap intervals of metrics")
struct MetricIntervalTests {
  private func judged(
    _ labels: [Bool], p: [Double], weights: [Double]? = nil
  ) throws -> ClassifierPredictions<String> {
    try ClassifierPredictions(
      classes: ["no", "yes"], probabilities: Matrix(rows: p.map { [1 - $0, $0] }),
      predictions: p.map { $0 >= 0.5 ? "yes" : "no" }, labels: labels.map { $0 ? "yes" : "no" }, weights: weights)
  }

  /// Rows of which the first `right` are predicted right.
  private func decisions(right: Int, of count: Int) throws -> ClassifierPredictions<String> {
    try judged((0..<count).map { $0 < right }, p: [Double](repeating: 1, count: count))
  }

  @Test("of an accuracy are those of the binomial distribution")
  func binomial() throws {
    var generator = SeededGenerator(seed: 1)
    let result = try bootstrapInterval(
      of: ClassificationMetric<String>.accuracy, on: decisions(right: 40, of: 50), resampleCount: 4000,
      using: &generator)
    #expect(result.name == "accuracy" && result.estimate == 0.8)
    #expect(result.undefinedCount == 0)
    #expect(result.distribution.replicates.count == 4000)
    // √(0.8 · 0.2 / 50), and its own standard error of about 1 %.
    #expect(abs(result.standardError - 0.0566) < 0.003)
    // The quantiles of the binomial distribution, by SciPy: 34 and 45 of 50. The next counts are as far as chance goes.
    #expect(abs(result.interval.lower - 0.68) < 0.021)
    #expect(abs(result.interval.upper - 0.9) < 0.021)
  }

  @Test("hold the true accuracy about as often as they say")
  func coverage() throws {
    var generator = SeededGenerator(seed: 2)
    var held = 0
    for _ in 0..<100 {
      let right = (0..<60).count { _ in Double.random(in: 0..<1, using: &generator) < 0.7 }
      let result = try bootstrapInterval(
        of: ClassificationMetric<String>.accuracy, on: decisions(right: right, of: 60), resampleCount: 200, level: 0.9,
        using: &generator)
      if result.interval.contains(0.7) { held += 1 }
    }
    // Of a binomial of 100 and 0.9, 79 to 98 is 99.9 % of chance.
    #expect((79...98).contains(held))
  }

  /// In tenths, which the numbers round(sin(1.7 i) + 1.2 [i mod 5 < 2], 1) are.
  private let scores = [
    12, 22, -3, -9, 5, 20, 5, -6, 9, 4, 2, 11, 10, -1, -10, 16, 21, -6, -7, 8, 17, 3, -3, 10, 0, 2, 14, 9, -5, -8, 19,
    18, -8, -4, 9, 14, 2, 1, 10, -3,
  ]

  @Test(
    "of an area are SciPy's, to within the chance of either",
    arguments: [
      (false, BootstrapDistribution.Interval.percentile, 0.7630, 0.9731, 0.0543), (false, .bca, 0.7321, 0.9635, 0.0543),
      (true, .percentile, 0.7656, 0.9714, 0.0530), (true, .bca, 0.7344, 0.9609, 0.0530),
    ])
  func area(
    isStratified: Bool, method: BootstrapDistribution.Interval, lower: Double, upper: Double, error: Double
  ) throws {
    let labels = scores.indices.map { $0 % 5 < 2 }
    let judged = try judged(labels, p: scores.map { Double($0 + 10) / 32 })
    var generator = SeededGenerator(seed: 3)
    let result = try bootstrapInterval(
      of: ClassificationMetric<String>.rocAUC(), on: judged,
      strata: isStratified ? SplitRows(labels: labels).classOfRow : nil,
      resampleCount: 2000, method: method, using: &generator)
    #expect(result.estimate == 0.88671875)
    #expect(abs(result.interval.lower - lower) < 0.02)
    #expect(abs(result.interval.upper - upper) < 0.008)
    #expect(abs(result.standardError - error) < 0.004)
  }

  @Test("leave out and count the resamples without a class; with strata there are none")
  func undefined() throws {
    let labels = (0..<10).map { $0 == 0 }
    let judged = try judged(labels, p: (0..<10).map { $0 == 0 ? 0.5 : Double($0) / 10 })
    var generator = SeededGenerator(seed: 4)
    let plain = try bootstrapInterval(of: ClassificationMetric<String>.rocAUC(), on: judged, using: &generator)
    // 0.9¹⁰ of them lack the only true row: 0.349 ± 0.015.
    #expect(abs(Double(plain.undefinedCount) / 1000 - 0.3487) < 0.05)
    #expect(plain.distribution.replicates.count + plain.undefinedCount == 1000)
    let strata = SplitRows(labels: labels).classOfRow
    let stratified = try bootstrapInterval(
      of: ClassificationMetric<String>.rocAUC(), on: judged, strata: strata, using: &generator)
    #expect(stratified.undefinedCount == 0)
    // Without the only row of its stratum there is no area, and so no acceleration.
    let error = #expect(throws: LearningError.self) {
      try bootstrapInterval(
        of: ClassificationMetric<String>.rocAUC(), on: judged, strata: strata, method: .bca, using: &generator)
    }
    #expect(error?.description.contains("no acceleration") == true)
  }

  @Test("of a regression; the same seed gives the same bits on one thread, and equal weights change nothing")
  func regression() throws {
    let targets = (0..<30).map { Double($0 * 7 % 11) }
    let predictions = targets.enumerated().map { $1 + Double($0 % 3) }
    let judged = try RegressorPredictions(predictions: predictions, targets: targets)
    func interval(_ judged: RegressorPredictions, seed: UInt64) throws -> MetricInterval {
      var generator = SeededGenerator(seed: seed)
      return try bootstrapInterval(
        of: RegressionMetric.meanAbsoluteError, on: judged, resampleCount: 200, using: &generator)
    }
    let result = try interval(judged, seed: 5)
    #expect(result.estimate == 1 && result.interval.contains(1))
    // √(2/3 / 30), the errors being 0, 1 and 2.
    #expect(abs(result.standardError - 0.149) < 0.03)
    #expect(result == (try ThreadBudget.reproducible.limited(to: 1).run { try interval(judged, seed: 5) }))
    #expect(result.distribution != (try interval(judged, seed: 6).distribution))
    let weighted = try RegressorPredictions(
      predictions: predictions, targets: targets, weights: [Double](repeating: 2, count: 30))
    #expect(result == (try interval(weighted, seed: 5)))
  }

  @Test("take a row's weight with it")
  func weights() throws {
    // Only the rows that are right count, so that every resample that has one is right.
    let judged = try judged([true, true, false, false], p: [1, 1, 1, 1], weights: [1, 1, 0, 0])
    var generator = SeededGenerator(seed: 7)
    let result = try bootstrapInterval(of: ClassificationMetric<String>.accuracy, on: judged, using: &generator)
    #expect(result.distribution.replicates.allSatisfy { $0 == 1 })
    // Half of four rows have no weight: 1/16 of the resamples are nothing else.
    #expect(abs(Double(result.undefinedCount) / 1000 - 0.0625) < 0.03)
  }

  @Test("refuse what the metric refuses, what is infinite, options and strata that do not fit")
  func refusals() throws {
    let one = try judged([true, true, true], p: [0.5, 0.75, 1])
    #expect(throws: LearningError.oneClassOnly(label: "yes")) {
      try bootstrapInterval(of: ClassificationMetric<String>.rocAUC(), on: one)
    }
    let wrong = try judged([false, true, true], p: [1, 0.75, 1])
    let error = #expect(throws: LearningError.self) {
      try bootstrapInterval(of: ClassificationMetric<String>.logLoss, on: wrong)
    }
    #expect(error?.description == "There is no bootstrap interval: the log loss of all rows is inf.")
    #expect(throws: LearningError.invalidOption(name: "resampleCount", value: "1", allowed: "at least 2")) {
      try bootstrapInterval(of: ClassificationMetric<String>.accuracy, on: one, resampleCount: 1)
    }
    #expect(throws: LearningError.countMismatch(.groups, count: 2, rowCount: 3)) {
      try bootstrapInterval(of: ClassificationMetric<String>.accuracy, on: one, strata: [0, 1])
    }
    #expect(throws: LearningError.self) {
      try bootstrapInterval(of: ClassificationMetric<String>.accuracy, on: one, level: 1)
    }
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "the bootstrap")) {
      try bootstrapInterval(of: ClassificationMetric<String>.accuracy, on: one.selecting([0]))
    }
  }
}
