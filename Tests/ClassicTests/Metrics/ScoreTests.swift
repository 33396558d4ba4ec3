import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Accuracy, log loss and Brier score")
struct ScoreTests {
  private let p: Matrix = [[0.5, 0.25, 0.25], [0.125, 0.75, 0.125], [0, 1, 0]]
  private let classes = ["a", "b", "c"]

  @Test("are scikit-learn's for two classes")
  func binary() throws {
    for expected in try Fixture.metrics().binary {
      let (p, z) = (expected.probabilities, expected.logOdds)
      let (labels, weights) = (expected.labels, expected.weights)
      #expect(abs(try accuracy(of: p.map { $0 > 0.5 }, labels: labels, weights: weights) - expected.accuracy) < 1e-15)
      #expect(abs(try logLoss(of: p, labels: labels, weights: weights) - expected.logLoss) < 1e-14)
      #expect(abs(try logLoss(ofLogOdds: z, labels: labels, weights: weights) - expected.logLoss) < 1e-14)
      #expect(abs(try brierScore(of: p, labels: labels, weights: weights) - expected.brierScore) < 1e-15)
    }
  }

  @Test("are scikit-learn's for three classes")
  func manyClasses() throws {
    for expected in try Fixture.metrics().classes {
      let p = try Matrix(rows: expected.probabilities)
      let (labels, weights, classes) = (expected.labels, expected.weights, ["ant", "bee", "cow"])
      #expect(
        abs(try accuracy(of: expected.predictions, labels: labels, weights: weights) - expected.accuracy) < 1e-15)
      #expect(
        abs(try logLoss(of: p, labels: labels, classes: classes, weights: weights) - expected.logLoss) < 1e-14)
      #expect(
        abs(try brierScore(of: p, labels: labels, classes: classes, weights: weights) - expected.brierScore) < 1e-14)
    }
  }

  @Test("have the values of their formulas")
  func formulas() throws {
    #expect(try accuracy(of: [1, 2, 2, 3], labels: [1, 2, 3, 3]) == 0.75)
    // (ln 4 + ln 8 + 0) / 3 = 5 ln 2 / 3.
    let loss = try logLoss(of: p, labels: ["b", "c", "b"], classes: classes)
    #expect(abs(loss - 1.1552453009332422) < 1e-15)
    // 0.25 + 0.5625 + 0.0625, and 0.015625 + 0.5625 + 0.765625.
    #expect(abs(try brierScore(of: p, labels: ["b", "c", "b"], classes: classes) - (0.875 + 1.34375) / 3) < 1e-15)
    #expect(try brierScore(of: [0.5, 0.25], labels: [true, false]) == 0.15625)
  }

  @Test("are those of the guide")
  func guide() throws {
    let p = [0.9, 0.4, 0.4, 0.1]
    let ill = [true, true, false, false]
    #expect(try accuracy(of: p.map { $0 >= 0.5 }, labels: ill) == 0.75)
    // -(2 ln 0.9 + ln 0.4 + ln 0.6) / 4.
    #expect(abs(try logLoss(of: p, labels: ill) - 0.4094593467389496) < 1e-15)
    #expect(abs(try brierScore(of: p, labels: ill) - 0.135) < 1e-15)
    #expect(try rocAUC(of: p, labels: ill) == 0.875)
    let curve = try ROCCurve(of: p, labels: ill)
    #expect(curve.falsePositiveRates == [0, 0, 0.5, 1])
    #expect(curve.truePositiveRates == [0, 0.5, 1, 1])
    #expect(curve.thresholds == [.infinity, 0.9, 0.4, 0.1])
  }

  @Test("take the columns in the order of the classes given")
  func order() throws {
    #expect(
      try logLoss(of: p, labels: ["c", "b", "a"], classes: ["c", "a", "b"])
        == logLoss(of: p, labels: ["a", "c", "b"], classes: ["a", "b", "c"]))
  }

  @Test("are the same for two classes in two columns, but for Brier's factor of two")
  func twoColumns() throws {
    let probabilities = [0.9, 0.3, 0.6]
    let labels = [true, true, false]
    let columns = try Matrix(rows: probabilities.map { [1 - $0, $0] })
    #expect(
      abs(try logLoss(of: columns, labels: labels, classes: [false, true]) - logLoss(of: probabilities, labels: labels))
        < 1e-15)
    let brier = try brierScore(of: columns, labels: labels, classes: [false, true])
    #expect(abs(brier - 2 * (try brierScore(of: probabilities, labels: labels))) < 1e-15)
  }

  @Test("count a row as often as its weight says, whatever the unit", arguments: [1, 0x1p-1000, 0x1p1000])
  func weights(unit: Double) throws {
    let labels = ["b", "a", "a"]
    let rows = [0, 0, 0, 1, 1]
    // The last row has an infinite loss and no weight.
    let weights = [3, 2, 0].map { $0 * unit }
    let (repeated, kept) = (p.selectingRows(rows), rows.map { labels[$0] })
    #expect(
      abs(try logLoss(of: p, labels: labels, classes: classes, weights: weights)
        - logLoss(of: repeated, labels: kept, classes: classes)) < 1e-15)
    #expect(
      abs(try brierScore(of: p, labels: labels, classes: classes, weights: weights)
        - brierScore(of: repeated, labels: kept, classes: classes)) < 1e-15)
    #expect(try accuracy(of: ["b", "b", "a"], labels: labels, weights: weights) == 0.6)
  }

  @Test("are infinite where what happened was said to be impossible, and only there")
  func impossible() throws {
    #expect(try logLoss(of: p, labels: ["a", "b", "a"], classes: classes) == .infinity)
    #expect(try logLoss(of: [1, 0.5], labels: [false, true]) == .infinity)
    #expect(try logLoss(of: [0, 0.5], labels: [true, true]) == .infinity)
    #expect(try logLoss(of: [1, 0.5], labels: [false, true], weights: [1e-300, 1e300]) == .infinity)
    #expect(try logLoss(of: [1, 0], labels: [true, false]) == 0)
    #expect(try logLoss(of: p, labels: ["a", "b", "b"], classes: classes).isFinite)
  }

  @Test("keep their digits where probabilities are all but certain")
  func certain() throws {
    // -log(1 - 1e-20) and log(1 + exp(-50)), which 1 - p would round to 0.
    #expect(try logLoss(of: [1e-20], labels: [false]) == 1e-20)
    #expect(abs(try logLoss(ofLogOdds: [50], labels: [true]) / 1.9287498479639178e-22 - 1) < 1e-14)
    #expect(try logLoss(ofLogOdds: [800], labels: [false]) == 800)
    #expect(try logLoss(ofLogOdds: [-800], labels: [true]) == 800)
    #expect(try logLoss(ofLogOdds: [0], labels: [true]) == 0.6931471805599453)
  }

  @Test("bear the rounding of probabilities")
  func rounding() throws {
    #expect(try logLoss(of: [1 + 1e-15], labels: [true]) == 0)
    #expect(try logLoss(of: [[1 + 1e-15, 0]], labels: [0], classes: [0, 1]) == 0)
    #expect(try logLoss(of: [1 + 1e-15], labels: [false]) == .infinity)
  }

  @Test("refuse what is no probability, and say where it is", arguments: [-0.1, 1.1, .nan, .infinity])
  func noProbability(value: Double) throws {
    let list = [0.5, value]
    #expect { try logLoss(of: list, labels: [true, true]) } throws: { isNoProbability($0, row: 1, column: nil) }
    #expect { try brierScore(of: list, labels: [true, true]) } throws: { isNoProbability($0, row: 1, column: nil) }
    let p: Matrix = [[0.5, 0.5], [value, 0.5]]
    let labels = [0, 1]
    #expect { try logLoss(of: p, labels: labels, classes: labels) } throws: { isNoProbability($0, row: 1, column: 0) }
    #expect { try brierScore(of: p, labels: labels, classes: labels) } throws: {
      isNoProbability($0, row: 1, column: 0)
    }
  }

  @Test("refuse rows that do not sum to one")
  func sums() {
    let error = LearningError.probabilitySum(row: 1, sum: 0.75)
    let matrix: Matrix = [[0.5, 0.5], [0.25, 0.5]]
    #expect(throws: error) { try logLoss(of: matrix, labels: [0, 1], classes: [0, 1]) }
    #expect(throws: error) { try brierScore(of: matrix, labels: [0, 1], classes: [0, 1]) }
  }

  @Test("refuse classes that are not one for each column", arguments: [["a", "b"], ["a", "b", "b"], []])
  func wrongClasses(classes: [String]) throws {
    let error = try #require(throws: LearningError.self) {
      try logLoss(of: p, labels: ["a", "b", "b"], classes: classes)
    }
    let differing = Set(classes).count
    #expect(
      error.description == "The option classes is a list of \(classes.count), \(differing) of them different; "
        + "it must be one class for each of the 3 columns of probabilities, in their order.")
  }

  @Test("refuse a label that is none of the classes")
  func unknownLabel() {
    #expect(throws: LearningError.unknownLabel("d", row: 2, known: classes)) {
      try brierScore(of: p, labels: ["a", "b", "d"], classes: classes)
    }
  }

  @Test("refuse no rows, lists of other lengths, bad weights and log-odds that are not finite")
  func lengths() {
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "accuracy")) {
      try accuracy(of: [Int](), labels: [])
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 2, rowCount: 3)) {
      try logLoss(of: p, labels: ["a", "b"], classes: classes)
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 2, rowCount: 1)) {
      try brierScore(of: [0.5], labels: [true, false])
    }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -1)) {
      try accuracy(of: [1, 2], labels: [1, 2], weights: [1, -1])
    }
    #expect(throws: LearningError.noPositiveWeight) {
      try logLoss(of: [0.5, 0.5], labels: [true, false], weights: [0, 0])
    }
    #expect(throws: LearningError.valueNotFinite(.scores, row: 0, value: .infinity)) {
      try logLoss(ofLogOdds: [.infinity], labels: [true])
    }
  }
}

/// Whether an error names this place. Its value may be NaN, which equals nothing.
private func isNoProbability(_ error: any Error, row: Int, column: Int?) -> Bool {
  if case .notProbability(row, column, _)? = error as? LearningError { true } else { false }
}
