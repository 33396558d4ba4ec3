public import Learning

/// A measure of a regressor; see ``ClassificationMetric``.
public struct RegressionMetric: Metric {
  public let name: String
  public let direction: MetricDirection
  private let measure: @Sendable (RegressorPredictions) throws(LearningError) -> Double

  public init(
    _ name: String, _ direction: MetricDirection,
    measure: @escaping @Sendable (RegressorPredictions) throws(LearningError) -> Double
  ) {
    self.name = name
    self.direction = direction
    self.measure = measure
  }

  public func value(of predictions: RegressorPredictions) throws(LearningError) -> Double {
    try measure(predictions)
  }
}
