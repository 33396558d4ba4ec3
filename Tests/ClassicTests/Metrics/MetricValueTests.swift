import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("Metrics as values")
struct MetricValueTests {
  /// Predictions of two classes; the label of the last row may be another.
  private func judged(
    _ labels: [String] = ["ill", "ill", "well", "well"], p: [Double] = [0.75, 0.25, 0.25, 0.125],
    weights: [Double]? = nil
  ) throws -> ClassifierPredictions<String> {
    try ClassifierPredictions(
      classes: ["ill", "well"], probabilities: Matrix(rows: p.map { [$0, 1 - $0] }),
      predictions: p.map { $0 >= 0.5 ? "ill" : "well" }, labels: labels, weights: weights)
  }

  private func three(_ labels: [String]) throws -> ClassifierPredictions<String> {
    try ClassifierPredictions(
      classes: ["a", "b", "c"], probabilities: Matrix(rows: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0, 0.25, 0.75]]),
      predictions: ["a", "b", "c"], labels: labels)
  }

  @Test("of decisions are those of the confusion matrix", arguments: try Fixture.metrics().confusions)
  func decisions(expected: Fixture.Metrics.Confusion) throws {
    let judged = try ClassifierPredictions(
      classes: expected.classes, probabilities: .zeros(expected.labels.count, expected.classes.count),
      predictions: expected.predictions, labels: expected.labels, weights: expected.weights)
    var values: [(ClassificationMetric<String>, Double)] = [
      (.accuracy, expected.accuracy), (.balancedAccuracy, expected.balancedAccuracy),
      (.matthewsCorrelation, expected.matthews), (.cohensKappa, expected.kappa),
    ]
    for average in ClassAverage.allCases {
      values += [
        (.precision(average: average), expected.precision[average]),
        (.recall(average: average), expected.recall[average]),
        (.f1(average: average), expected.f1[average]), (.fBeta(2, average: average), expected.f2[average]),
      ]
    }
    for (index, name) in expected.classes.enumerated() {
      values += [
        (.precision(positive: name), expected.precision.each[index]),
        (.recall(positive: name), expected.recall.each[index]),
        (.f1(positive: name), expected.f1.each[index]), (.fBeta(2, positive: name), expected.f2.each[index]),
      ]
    }
    for (metric, value) in values {
      #expect(abs(try metric.value(of: judged) - value) < 1e-12, "\(metric.name)")
      #expect(metric.direction == .higherIsBetter)
    }
  }

  @Test("of probabilities are those of the functions", arguments: [nil, [1, 2, 3, 0.5]])
  func probabilities(weights: [Double]?) throws {
    let judged = try judged(weights: weights)
    let ill = [true, true, false, false], p = [0.75, 0.25, 0.25, 0.125]
    let well = ill.map { !$0 }, q = p.map { 1 - $0 }
    let values: [(ClassificationMetric<String>, Double)] = [
      (.logLoss, try logLoss(of: p, labels: ill, weights: weights)),
      (.brierScore, try brierScore(of: p, labels: ill, weights: weights)),
      (.rocAUC(), try rocAUC(of: q, labels: well, weights: weights)),
      (.rocAUC(positive: "ill"), try rocAUC(of: p, labels: ill, weights: weights)),
      (.rocAUC(.oneVsOne), try rocAUC(of: p, labels: ill, weights: weights)),
      (.averagePrecision(), try averagePrecision(of: q, labels: well, weights: weights)),
      (.averagePrecision(positive: "ill"), try averagePrecision(of: p, labels: ill, weights: weights)),
      (
        .expectedCalibrationError(positive: "ill", bins: .equalWidth(2)),
        try ReliabilityDiagram(of: p, labels: ill, weights: weights, bins: .equalWidth(2)).expectedCalibrationError
      ),
    ]
    for (metric, value) in values { #expect(abs(try metric.value(of: judged) - value) < 1e-15, "\(metric.name)") }
  }

  @Test("of several classes are scikit-learn's", arguments: try Fixture.metrics().multiclasses.prefix(2))
  func classes(expected: Fixture.Metrics.Multiclass) throws {
    let p = try Matrix(rows: expected.probabilities)
    let judged = try ClassifierPredictions(
      classes: Array(0..<p.columnCount), probabilities: p, predictions: expected.labels, labels: expected.labels,
      weights: expected.weights)
    let macro = try #require(expected.oneVsRest["macro"])
    let precision = try #require(expected.averagePrecision["micro"])
    #expect(abs(try ClassificationMetric.rocAUC(.oneVsRest).value(of: judged) - macro) < 1e-12)
    #expect(abs(try ClassificationMetric.averagePrecision(average: .micro).value(of: judged) - precision) < 1e-12)
    #expect(abs(try ClassificationMetric.topKAccuracy(2).value(of: judged) - expected.topTwo) < 1e-12)
  }

  @Test("of regressions are scikit-learn's", arguments: try Fixture.metrics().regressions)
  func regression(expected: Fixture.Metrics.Regression) throws {
    let judged = try RegressorPredictions(
      predictions: expected.predictions, targets: expected.targets, weights: expected.weights)
    let values: [(RegressionMetric, Double, MetricDirection)] = [
      (.meanSquaredError, expected.meanSquared, .lowerIsBetter),
      (.rootMeanSquaredError, expected.rootMeanSquared, .lowerIsBetter),
      (.meanAbsoluteError, expected.meanAbsolute, .lowerIsBetter),
      (.medianAbsoluteError, expected.medianAbsolute, .lowerIsBetter),
      (.maximumError, expected.maximum, .lowerIsBetter),
      (.meanAbsolutePercentageError, expected.meanAbsolutePercentage, .lowerIsBetter),
      (.rSquared, expected.rSquared, .higherIsBetter),
      (.explainedVariance, expected.explainedVariance, .higherIsBetter),
    ]
    for (metric, value, direction) in values {
      #expect(abs(try metric.value(of: judged) - value) < 1e-12 * max(1, abs(value)), "\(metric.name)")
      #expect(metric.direction == direction)
    }
  }

  @Test("name what they measure")
  func names() {
    let metrics: [ClassificationMetric<String>] = [
      .accuracy, .f1(positive: "ill"), .f1(average: .macro), .rocAUC(), .rocAUC(.oneVsOne, average: .weighted),
    ]
    #expect(
      metrics.map(\.name) == ["accuracy", "F1 of ill", "macro F1", "ROC AUC", "weighted ROC AUC, one vs. one"])
  }

  @Test("say which class is missing among the rows")
  func missing() throws {
    for metric in [ClassificationMetric<String>.rocAUC(), .rocAUC(positive: "ill"), .rocAUC(.oneVsOne)] {
      for label in ["ill", "well"] {
        #expect(throws: LearningError.oneClassOnly(label: label)) {
          try metric.value(of: judged([label, label, label, label]))
        }
      }
    }
    #expect(throws: LearningError.oneClassOnly(label: "ill")) {
      try ClassificationMetric.averagePrecision().value(of: judged(["ill", "ill", "ill", "ill"]))
    }
    #expect(throws: LearningError.classMissing(label: "c", purpose: "a measure of this class")) {
      try ClassificationMetric.rocAUC(positive: "c").value(of: three(["a", "b", "b"]))
    }
    #expect(throws: LearningError.oneClassOnly(label: "c")) {
      try ClassificationMetric.rocAUC(positive: "c").value(of: three(["c", "c", "c"]))
    }
    #expect(throws: LearningError.classMissing(label: "c", purpose: "an ROC curve")) {
      try ClassificationMetric.rocAUC(.oneVsRest).value(of: three(["a", "b", "b"]))
    }
    // The mean recall of the classes that are there, and a recall of nothing.
    #expect(try ClassificationMetric.balancedAccuracy.value(of: three(["a", "b", "b"])) == 0.75)
    #expect(try ClassificationMetric.recall(positive: "c").value(of: three(["a", "b", "b"])) == 0)
  }

  @Test("refuse a class that does not exist, and to choose one of three")
  func unknownClass() throws {
    for metric in [
      ClassificationMetric<String>.rocAUC(positive: "dead"), .averagePrecision(positive: "dead"),
      .f1(positive: "dead"), .expectedCalibrationError(positive: "dead"),
    ] {
      #expect(throws: LearningError.invalidOption(name: "positive", value: "“dead”", allowed: "one of ill, well")) {
        try metric.value(of: judged())
      }
      let error = #expect(throws: LearningError.self) { try metric.value(of: three(["a", "b", "c"])) }
      #expect(error?.description == "The option positive is “dead”; it must be one of a, b, c.")
    }
    for metric in [ClassificationMetric<String>.rocAUC(), .precision()] {
      let error = #expect(throws: LearningError.self) { try metric.value(of: three(["a", "b", "c"])) }
      #expect(
        error?.description == "The option positive is nil, and there are 3 classes; it must be one of a, b, c.")
    }
    #expect(throws: LearningError.unknownLabel("dead", row: 3, known: ["ill", "well"])) {
      try ClassificationMetric.rocAUC().value(of: judged(["ill", "well", "well", "dead"]))
    }
    for beta in [-1, Double.nan, .infinity] {
      #expect(throws: LearningError.self) { try ClassificationMetric.fBeta(beta).value(of: judged()) }
    }
  }

  @Test("of probabilities refuse what is none")
  func outside() throws {
    for metric in [
      ClassificationMetric<String>.logLoss, .brierScore, .rocAUC(.oneVsRest), .topKAccuracy(1),
    ] {
      #expect(throws: LearningError.notProbability(row: 1, column: 0, value: 1.25)) {
        try metric.value(of: judged(p: [0.75, 1.25, 0.25, 0.125]))
      }
    }
    #expect(throws: LearningError.notProbability(row: 1, column: nil, value: 1.25)) {
      try ClassificationMetric.expectedCalibrationError(positive: "ill").value(
        of: judged(p: [0.75, 1.25, 0.25, 0.125]))
    }
  }
}

extension Fixture.Metrics.Averages {
  fileprivate subscript(average: ClassAverage) -> Double {
    switch average {
    case .macro: macro
    case .micro: micro
    case .weighted: weighted
    }
  }
}
