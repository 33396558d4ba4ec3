import Classic
import Learning
import Testing

@Suite("Average precision and the precision-recall curve")
struct PrecisionRecallTests {
  @Test("are scikit-learn's", arguments: try Fixture.metrics().rankings)
  func peer(expected: Fixture.Metrics.Ranking) throws {
    let (scores, labels, weights) = (expected.scores, expected.labels, expected.weights)
    let curve = try PrecisionRecallCurve(of: scores, labels: labels, weights: weights)
    #expect(abs(curve.averagePrecision - expected.averagePrecision) < 1e-13)
    #expect(try averagePrecision(of: scores, labels: labels, weights: weights) == curve.averagePrecision)
    // scikit-learn has a point for the scores of rows that do not count, too.
    guard weights?.contains(0) != true else { return }
    #expect(Array(curve.thresholds.dropFirst()) == expected.thresholds)
    #expect(curve.precisions.count == expected.precisions.count)
    #expect(zip(curve.precisions, expected.precisions).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(zip(curve.recalls, expected.recalls).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("are what their definition says, by hand")
  func definition() throws {
    let (scores, labels) = ([0.9, 0.4, 0.4, 0.1], [true, true, false, false])
    let curve = try PrecisionRecallCurve(of: scores, labels: labels)
    #expect(curve.precisions == [1, 1, 2.0 / 3, 0.5])
    #expect(curve.recalls == [0, 0.5, 1, 1])
    #expect(curve.thresholds == [.infinity, 0.9, 0.4, 0.1])
    #expect(abs(curve.averagePrecision - (1 + 2.0 / 3) / 2) < 1e-15)
    #expect(try averagePrecision(of: [1, 1, 1, 1], labels: [true, false, false, false]) == 0.25)
    #expect(try averagePrecision(of: [3, 1], labels: [true, true]) == 1)
  }

  @Test("weigh a row as often as its weight says, whatever the unit", arguments: [1, 0x1p-1000, 0x1p1000])
  func weights(unit: Double) throws {
    let repeated = try PrecisionRecallCurve(of: [3, 3, 2, 2, 2, 1], labels: [true, true, false, false, true, true])
    let weighted = try PrecisionRecallCurve(
      of: [3, 2, 2, 1, 5], labels: [true, false, true, true, false], weights: [2, 2, 1, 1, 0].map { $0 * unit })
    #expect(weighted == repeated)
  }

  @Test("refuse labels of which none is true")
  func oneClass() {
    #expect(throws: LearningError.oneClassOnly(label: "false")) {
      try averagePrecision(of: [1, 2], labels: [false, false])
    }
    #expect(throws: LearningError.oneClassOnly(label: "false")) {
      try PrecisionRecallCurve(of: [1, 2], labels: [true, false], weights: [0, 1])
    }
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "average precision")) {
      try averagePrecision(of: [], labels: [])
    }
  }
}
