import Classic
import Learning
import Testing

@Suite("The confusion matrix")
struct ConfusionMatrixTests {
  @Test("is scikit-learn's, and so are its measures", arguments: try Fixture.metrics().confusions)
  func peer(expected: Fixture.Metrics.Confusion) throws {
    let confusion = try ConfusionMatrix(
      of: expected.predictions, labels: expected.labels, classes: expected.classes, weights: expected.weights)
    #expect(zip(confusion.counts.rows.flatMap(Array.init), expected.counts.flatMap { $0 }).allSatisfy(isNear))
    #expect(isNear(confusion.accuracy, expected.accuracy))
    #expect(isNear(confusion.balancedAccuracy, expected.balancedAccuracy))
    #expect(isNear(confusion.matthewsCorrelation, expected.matthews))
    #expect(isNear(confusion.cohensKappa, expected.kappa))
    expect(confusion.precisions, confusion.precision, expected.precision)
    expect(confusion.recalls, confusion.recall, expected.recall)
    expect(confusion.fScores(), { confusion.fScore($0) }, expected.f1)
    expect(confusion.fScores(beta: 2), { confusion.fScore(beta: 2, $0) }, expected.f2)
  }

  private func expect(
    _ each: [Double], _ average: (ClassAverage) -> Double, _ expected: Fixture.Metrics.Averages
  ) {
    #expect(each.count == expected.each.count && zip(each, expected.each).allSatisfy(isNear))
    #expect(isNear(average(.macro), expected.macro))
    #expect(isNear(average(.micro), expected.micro))
    #expect(isNear(average(.weighted), expected.weighted))
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

  private let labels = ["ant", "ant", "ant", "bee", "bee", "cow"]
  private let predictions = ["ant", "bee", "ant", "bee", "bee", "ant"]

  @Test("is printed as a table, and so are its measures")
  func text() throws {
    let confusion = try ConfusionMatrix(of: predictions, labels: labels)
    #expect(
      confusion.description == """
        label \\ predicted  ant  bee  cow
        ant                  2    1    0
        bee                  0    2    0
        cow                  1    0    0
        """)
    #expect(
      confusion.classificationReport == """
                          precision  recall      F1  support
        ant                  0.6667  0.6667  0.6667        3
        bee                  0.6667  1.0000  0.8000        2
        cow                  0.0000  0.0000  0.0000        1
        accuracy                             0.6667        6
        macro average        0.4444  0.5556  0.4889        6
        weighted average     0.5556  0.6667  0.6000        6
        """)
  }

  @Test("counts a row as often as its weight says, whatever the unit", arguments: [1, 0x1p-1000, 0x1p1000])
  func weights(unit: Double) throws {
    let weighted = try ConfusionMatrix(
      of: ["ant", "bee", "bee", "ant", "dog"], labels: ["ant", "ant", "bee", "cow", "dog"],
      classes: ["ant", "bee", "cow", "dog"], weights: [2, 1, 2, 1, 0].map { $0 * unit })
    let repeated = try ConfusionMatrix(of: predictions, labels: labels, classes: weighted.classes)
    #expect(weighted.accuracy == repeated.accuracy)
    #expect(weighted.fScores() == repeated.fScores())
    #expect(weighted.matthewsCorrelation == repeated.matthewsCorrelation)
    #expect(weighted.cohensKappa == repeated.cohensKappa)
    #expect(weighted.balancedAccuracy == repeated.balancedAccuracy)
  }

  @Test("has no agreement beyond chance where there is one class only")
  func oneClass() throws {
    let confusion = try ConfusionMatrix(of: [1, 1], labels: [1, 1])
    #expect(confusion.matthewsCorrelation == 0)
    #expect(confusion.cohensKappa == 0)
    #expect(confusion.accuracy == 1 && confusion.balancedAccuracy == 1 && confusion.fScore(.macro) == 1)
  }

  @Test("refuses labels that are no class, classes that are there twice, and no rows")
  func errors() throws {
    #expect(throws: LearningError.unknownLabel("3", row: 1, known: ["1", "2"])) {
      try ConfusionMatrix(of: [1, 3], labels: [1, 2], classes: [1, 2])
    }
    #expect(throws: LearningError.unknownLabel("3", row: 0, known: ["1", "2"])) {
      try ConfusionMatrix(of: [1], labels: [3], classes: [1, 2])
    }
    let error = try #require(throws: LearningError.self) {
      try ConfusionMatrix(of: [1], labels: [1], classes: [1, 1])
    }
    #expect(
      error.description == "The option classes is a list of 2, 1 of them different; it must be every class once.")
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "a confusion matrix")) {
      try ConfusionMatrix(of: [Int](), labels: [])
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 1, rowCount: 2)) {
      try ConfusionMatrix(of: [1, 2], labels: [1])
    }
  }
}
