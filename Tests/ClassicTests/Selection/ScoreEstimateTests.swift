import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

/// Each row has one feature: the score that its fold is to have.
private let given = RegressionMetric("given", .higherIsBetter) { judged in judged.targets[0] }

@Suite("What folds say of a score")
struct ScoreEstimateTests {
  /// A cross-validation of ten folds of one row each, whose scores are the given ones.
  private func scores(_ values: [Double]) throws -> CrossValidation<RegressionMetric> {
    let x = Matrix(rowCount: values.count, columnCount: 1) { target in
      for row in values.indices { target.initializeElement(at: row, to: Double(row)) }
    }
    return try crossValidate(
      LinearRegression(), x, targets: values,
      splitter: FixedSplits(testing: values.indices.map { [$0] }, of: values.count), metrics: [given])
  }

  @Test("has the intervals of the formulas, and the corrected one is wider")
  func intervals() throws {
    let expected = try SelectionFixture.load().inference
    let estimate = try scores(expected.first).estimates[0]
    #expect(estimate.values == expected.first)
    #expect(abs(estimate.mean - expected.mean) < 1e-15)
    #expect(abs(estimate.standardDeviation - expected.standardDeviation) < 1e-15)
    #expect(abs(estimate.testToTrainingRatio - 1 / 9.0) < 1e-15)
    let (naive, corrected) = (try estimate.interval(), try estimate.correctedInterval())
    #expect(distance([naive.lower, naive.upper], expected.naive) < 1e-12)
    #expect(distance([corrected.lower, corrected.upper], expected.corrected) < 1e-12)
    // √(1/10 + 1/9) / √(1/10).
    #expect(abs(corrected.width / naive.width - (19.0 / 9).squareRoot()) < 1e-12)
    #expect(throws: LearningError.self) { try estimate.correctedInterval(1) }
  }

  @Test("is compared with another one by the corrected paired t-test")
  func comparison() throws {
    let expected = try SelectionFixture.load().inference
    let (first, second) = (try scores(expected.first), try scores(expected.second))
    let comparison = try first.comparison(with: second, by: given)
    #expect(abs(comparison.test.statistic - expected.statistic) < 1e-10)
    #expect(abs(comparison.test.pValue - expected.pValue) < 1e-12)
    #expect(comparison.test.degreesOfFreedom == 9)
    let interval = try comparison.interval()
    #expect(distance([interval.lower, interval.upper], expected.difference) < 1e-12)
    let reverse = try second.comparison(with: first, by: given)
    #expect(abs(reverse.test.statistic + comparison.test.statistic) < 1e-10)
    #expect(try first.comparison(with: first, by: given).test.pValue == 1)
    let shifted = try scores([0.75, 0.5, 0.25]).comparison(with: scores([0.5, 0.25, 0]), by: given).test
    #expect(shifted.statistic == .infinity && shifted.pValue == 0)
  }

  @Test("is not compared over other splits, nor from a single fold, nor where a score is infinite")
  func refusals() throws {
    let (x, y) = try Fixture.data("iris")
    var generators = (SeededGenerator(seed: 1), SeededGenerator(seed: 2))
    let first = try crossValidate(NearestCentroid(), x, labels: y, using: &generators.0)
    let second = try crossValidate(NearestCentroid(), x, labels: y, using: &generators.1)
    let error = try #require(throws: LearningError.self) { try first.comparison(with: second, by: .accuracy) }
    #expect(error.description.contains("different splits"))

    let single = try crossValidate(
      NearestCentroid(), x, labels: y, splitter: FixedSplits(testing: [Array(0..<30)], of: 150))
    #expect(single.estimates[0].standardDeviation.isNaN)
    #expect(throws: LearningError.self) { try single.estimates[0].correctedInterval() }
    #expect(throws: LearningError.self) { try single.comparison(with: single, by: .accuracy) }

    let endless = ClassificationMetric<Int>("endless", .lowerIsBetter) { _ in .infinity }
    let estimate = try first.estimate(of: endless)
    #expect(estimate.mean == .infinity && estimate.standardDeviation.isNaN)
    #expect(throws: LearningError.undefined("interval of the endless", reason: "its value in fold 1 is inf")) {
      try estimate.interval()
    }
    let read = try JSONDecoder().decode(ScoreEstimate.self, from: JSONEncoder().encode(estimate))
    #expect(read.values == estimate.values)
  }

  @Test("reads as a sentence")
  func description() throws {
    let estimate = try scores([0.25, 0.5, 0.75]).estimates[0]
    // 0.25 √(1/3 + 1/2).
    #expect("\(estimate)" == "given: 0.5 ± 0.228 in 3 folds")
  }
}
