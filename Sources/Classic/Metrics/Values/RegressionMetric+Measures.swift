import Learning

extension RegressionMetric {
  /// ``Classic/meanSquaredError(of:targets:weights:)``.
  public static var meanSquaredError: RegressionMetric {
    error("mean squared error", Classic.meanSquaredError)
  }

  /// ``Classic/rootMeanSquaredError(of:targets:weights:)``.
  public static var rootMeanSquaredError: RegressionMetric {
    error("root mean squared error", Classic.rootMeanSquaredError)
  }

  /// ``Classic/meanAbsoluteError(of:targets:weights:)``.
  public static var meanAbsoluteError: RegressionMetric {
    error("mean absolute error", Classic.meanAbsoluteError)
  }

  /// ``Classic/medianAbsoluteError(of:targets:weights:)``.
  public static var medianAbsoluteError: RegressionMetric {
    error("median absolute error", Classic.medianAbsoluteError)
  }

  /// ``Classic/maximumError(of:targets:weights:)``.
  public static var maximumError: RegressionMetric {
    error("largest error", Classic.maximumError)
  }

  /// ``Classic/meanAbsolutePercentageError(of:targets:weights:)``.
  public static var meanAbsolutePercentageError: RegressionMetric {
    error("mean absolute percentage error", Classic.meanAbsolutePercentageError)
  }

  /// ``Classic/rSquared(of:targets:weights:)``.
  public static var rSquared: RegressionMetric {
    RegressionMetric("R²", .higherIsBetter) { judged throws(LearningError) in
      try Classic.rSquared(of: judged.predictions, targets: judged.targets, weights: judged.weights)
    }
  }

  /// ``Classic/explainedVariance(of:targets:weights:)``.
  public static var explainedVariance: RegressionMetric {
    RegressionMetric("explained variance", .higherIsBetter) { judged throws(LearningError) in
      try Classic.explainedVariance(of: judged.predictions, targets: judged.targets, weights: judged.weights)
    }
  }

  private static func error(
    _ name: String,
    _ measure: @escaping @Sendable (
      _ predictions: [Double], _ targets: [Double], _ weights: [Double]?
    ) throws(LearningError) -> Double
  ) -> RegressionMetric {
    RegressionMetric(name, .lowerIsBetter) { judged throws(LearningError) in
      try measure(judged.predictions, judged.targets, judged.weights)
    }
  }
}
