public import Learning

/// A measure of a classifier.
///
///     let metrics: [ClassificationMetric<String>] = [.accuracy, .logLoss]
///
/// One of one's own is a name, a direction and a function of the predictions:
///
///     ClassificationMetric("missed", .lowerIsBetter) { judged throws(LearningError) in ... }
public struct ClassificationMetric<Label: ClassLabel>: Metric {
  public typealias Judged = ClassifierPredictions<Label>

  public let name: String
  public let direction: MetricDirection
  private let measure: @Sendable (Judged) throws(LearningError) -> Double

  public init(
    _ name: String, _ direction: MetricDirection,
    measure: @escaping @Sendable (ClassifierPredictions<Label>) throws(LearningError) -> Double
  ) {
    self.name = name
    self.direction = direction
    self.measure = measure
  }

  public func value(of predictions: ClassifierPredictions<Label>) throws(LearningError) -> Double {
    try measure(predictions)
  }
}

extension ClassificationMetric {
  /// ``Classic/accuracy(of:labels:weights:)``.
  public static var accuracy: ClassificationMetric {
    ClassificationMetric("accuracy", .higherIsBetter) { judged throws(LearningError) in
      try Classic.accuracy(of: judged.predictions, labels: judged.labels, weights: judged.weights)
    }
  }

  /// ``Classic/logLoss(of:labels:classes:weights:)``.
  public static var logLoss: ClassificationMetric {
    ClassificationMetric("log loss", .lowerIsBetter) { judged throws(LearningError) in
      try Classic.logLoss(
        of: judged.probabilities, labels: judged.labels, classes: judged.classes, weights: judged.weights)
    }
  }
}
