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

extension RegressionMetric {
  /// ``Classic/meanSquaredError(of:targets:weights:)``.
  public static var meanSquaredError: RegressionMetric {
    RegressionMetric("mean squared error", .lowerIsBetter) { judged throws(LearningError) in
      try Classic.meanSquaredError(of: judged.predictions, targets: judged.targets, weights: judged.weights)
    }
  }
}
