import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("Areas of several classes")
struct MulticlassTests {
  private let names = ["a", "b", "c"]
  private let p = [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.125, 0.125, 0.75], [0.5, 0.5, 0]]

  @Test("are scikit-learn's", arguments: try Fixture.metrics().multiclasses)
  func peer(expected: Fixture.Metrics.Multiclass) throws {
    let p = try Matrix(rows: expected.probabilities)
    let classes = Array(0..<p.columnCount)
    for average in ClassAverage.allCases {
      let area = try rocAUC(
        of: p, labels: expected.labels, classes: classes, weights: expected.weights, average: average)
      let precision = try averagePrecision(
        of: p, labels: expected.labels, classes: classes, weights: expected.weights, average: average)
      #expect(abs(area - (try #require(expected.oneVsRest[average.rawValue]))) < 1e-12)
      #expect(abs(precision - (try #require(expected.averagePrecision[average.rawValue]))) < 1e-12)
      guard average != .micro, let pairs = expected.oneVsOne else { continue }
      let pairwise = try rocAUC(
        of: p, labels: expected.labels, classes: classes, weights: expected.weights, multiclass: .oneVsOne,
        average: average)
      #expect(abs(pairwise - (try #require(pairs[average.rawValue]))) < 1e-12)
    }
  }

  @Test("the accuracy of the two most probable classes is scikit-learn's where there are no ties")
  func topTwo() throws {
    for expected in try Fixture.metrics().multiclasses.prefix(2) {
      let p = try Matrix(rows: expected.probabilities)
      let value = try topKAccuracy(
        of: p, labels: expected.labels, classes: Array(0..<p.columnCount), k: 2, weights: expected.weights)
      #expect(abs(value - expected.topTwo) < 1e-12)
    }
  }

  @Test("of two classes are the area of either, whatever the comparison")
  func twoClasses() throws {
    let scores = [0.9, 0.4, 0.4, 0.1], labels = [true, true, false, false]
    let p = try Matrix(rows: scores.map { [1 - $0, $0] })
    for multiclass in MulticlassComparison.allCases {
      for average in [ClassAverage.macro, .weighted] {
        let area = try rocAUC(
          of: p, labels: labels, classes: [false, true], multiclass: multiclass, average: average)
        #expect(area == 0.875)
      }
    }
  }

  @Test("top-k accuracy gives equal probabilities to the earlier class, and is 1 for all classes")
  func topK() throws {
    let p = try Matrix(rows: p)
    let labels = ["a", "b", "a", "b"]
    // The last row is taken for “a”, the earlier of two equal ones.
    #expect(try topKAccuracy(of: p, labels: labels, classes: names, k: 1) == 0.5)
    #expect(try topKAccuracy(of: p, labels: labels, classes: names, k: 2) == 1)
    #expect(try topKAccuracy(of: p, labels: ["c", "c", "c", "c"], classes: names, k: 2) == 0.25)
    #expect(try topKAccuracy(of: p, labels: ["c", "c", "c", "c"], classes: names, k: 3) == 1)
    #expect(throws: LearningError.invalidOption(name: "k", value: "4", allowed: "from 1 to the 3 classes")) {
      try topKAccuracy(of: p, labels: labels, classes: names, k: 4)
    }
  }

  @Test("refuse a class without rows that count, one class only, and the micro average of pairs")
  func missing() throws {
    let p = try Matrix(rows: p)
    for multiclass in MulticlassComparison.allCases {
      #expect(throws: LearningError.classMissing(label: "c", purpose: "an ROC curve")) {
        try rocAUC(of: p, labels: ["a", "b", "a", "b"], classes: names, multiclass: multiclass)
      }
      #expect(throws: LearningError.classMissing(label: "c", purpose: "an ROC curve")) {
        try rocAUC(
          of: p, labels: ["a", "b", "c", "b"], classes: names, weights: [1, 1, 0, 1], multiclass: multiclass)
      }
      #expect(throws: LearningError.oneClassOnly(label: "b")) {
        try rocAUC(of: p, labels: ["b", "b", "b", "b"], classes: names, multiclass: multiclass)
      }
    }
    #expect(throws: LearningError.classMissing(label: "a", purpose: "average precision")) {
      try averagePrecision(of: p, labels: ["b", "b", "c", "b"], classes: names)
    }
    let error = #expect(throws: LearningError.self) {
      try rocAUC(of: p, labels: ["a", "b", "c", "b"], classes: names, multiclass: .oneVsOne, average: .micro)
    }
    #expect(
      error?.description == "The option average is micro for pairs of classes; it must be macro or weighted.")
  }

  @Test("the micro average exists without rows of a class")
  func micro() throws {
    let area = try rocAUC(
      of: try Matrix(rows: p), labels: ["a", "b", "a", "b"], classes: names, average: .micro)
    var (won, pairs) = (0.0, 0.0)
    let truth = [0, 1, 0, 1]
    for i in 0..<4 {
      for j in 0..<4 {
        for k in 0..<3 where k != truth[j] {
          let (own, other) = (p[i][truth[i]], p[j][k])
          won += own > other ? 1 : own == other ? 0.5 : 0
          pairs += 1
        }
      }
    }
    #expect(area == won / pairs)
  }

  @Test("refuse what is no probability")
  func probabilities() throws {
    #expect(throws: LearningError.notProbability(row: 0, column: 0, value: 1.5)) {
      try rocAUC(of: try Matrix(rows: [[1.5, -0.5], [0.5, 0.5]]), labels: ["a", "b"], classes: ["a", "b"])
    }
    #expect(throws: LearningError.probabilitySum(row: 1, sum: 0.5)) {
      try rocAUC(of: try Matrix(rows: [[0.5, 0.5], [0.25, 0.25]]), labels: ["a", "b"], classes: ["a", "b"])
    }
  }
}
