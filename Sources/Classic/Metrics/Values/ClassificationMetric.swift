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
