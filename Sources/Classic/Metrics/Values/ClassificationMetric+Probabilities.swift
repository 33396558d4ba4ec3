import Learning

/// Measures of the probabilities that a model gave.
extension ClassificationMetric {
  /// ``Classic/logLoss(of:labels:classes:weights:)``.
  public static var logLoss: ClassificationMetric {
    ClassificationMetric("log loss", .lowerIsBetter) { judged throws(LearningError) in
      guard let columns = judged.labelColumns else {
        return try Classic.logLoss(
          of: judged.probabilities, labels: judged.labels, classes: judged.classes, weights: judged.weights)
      }
      let rows = try JudgedRows(
        "log loss", count: judged.count, labelCount: columns.count, weights: judged.weights)
      try JudgedRows.requireDistributions(judged.probabilities)
      return rows.logLoss(of: judged.probabilities, columns: columns)
    }
  }

  /// The Brier score as scikit-learn has it by default: from 0 to 1 for two classes, what
  /// ``Classic/brierScore(of:labels:weights:)`` gives of either; Brier's own form,
  /// ``Classic/brierScore(of:labels:classes:weights:)``, for more.
  public static var brierScore: ClassificationMetric {
    ClassificationMetric("Brier score", .lowerIsBetter) { judged throws(LearningError) in
      let score = try Classic.brierScore(
        of: judged.probabilities, labels: judged.labels, classes: judged.classes, weights: judged.weights)
      return judged.classes.count == 2 ? score / 2 : score
    }
  }

  /// ``Classic/rocAUC(of:labels:weights:)`` of the probabilities of one class.
  ///
  /// - Parameter positive: the class that a row is of, or is not; nil for the last one of two. A value throws
  ///   `.invalidOption` where it is none of the model's, or nil and there are not two: then name one, or take
  ///   ``rocAUC(_:average:)``; `.oneClassOnly` or `.classMissing` where rows of it, or others, are not there.
  public static func rocAUC(positive: Label? = nil) -> ClassificationMetric {
    ClassificationMetric(named("ROC AUC", of: positive), .higherIsBetter) { judged throws(LearningError) in
      try judged.againstRest(positive) { scores, labels, weights throws(LearningError) in
        try Classic.rocAUC(of: scores, labels: labels, weights: weights)
      }
    }
  }

  /// ``Classic/rocAUC(of:labels:classes:weights:multiclass:average:)``: that of all classes.
  public static func rocAUC(
    _ multiclass: MulticlassComparison, average: ClassAverage = .macro
  ) -> ClassificationMetric {
    ClassificationMetric(
      "\(average.rawValue) ROC AUC, \(multiclass.name)", .higherIsBetter
    ) { judged throws(LearningError) in
      try Classic.rocAUC(
        of: judged.probabilities, labels: judged.labels, classes: judged.classes, weights: judged.weights,
        multiclass: multiclass, average: average)
    }
  }

  /// ``Classic/averagePrecision(of:labels:weights:)`` of the probabilities of one class, which is that of
  /// ``rocAUC(positive:)``. It needs rows of that class only.
  public static func averagePrecision(positive: Label? = nil) -> ClassificationMetric {
    ClassificationMetric(named("average precision", of: positive), .higherIsBetter) { judged throws(LearningError) in
      try judged.againstRest(positive) { scores, labels, weights throws(LearningError) in
        try Classic.averagePrecision(of: scores, labels: labels, weights: weights)
      }
    }
  }

  /// ``Classic/averagePrecision(of:labels:classes:weights:average:)``: that of all classes.
  public static func averagePrecision(average: ClassAverage) -> ClassificationMetric {
    ClassificationMetric("\(average.rawValue) average precision", .higherIsBetter) { judged throws(LearningError) in
      try Classic.averagePrecision(
        of: judged.probabilities, labels: judged.labels, classes: judged.classes, weights: judged.weights,
        average: average)
    }
  }

  /// ``ReliabilityDiagram/expectedCalibrationError`` of the probabilities of one class, which is that of
  /// ``rocAUC(positive:)``. Compare models by the same bins.
  public static func expectedCalibrationError(
    positive: Label? = nil, bins: ReliabilityBins = .equalWidth(10)
  ) -> ClassificationMetric {
    ClassificationMetric(
      named("expected calibration error", of: positive), .lowerIsBetter
    ) { judged throws(LearningError) in
      try judged.againstRest(positive) { probabilities, labels, weights throws(LearningError) in
        try ReliabilityDiagram(of: probabilities, labels: labels, weights: weights, bins: bins)
          .expectedCalibrationError
      }
    }
  }

  /// ``Classic/topKAccuracy(of:labels:classes:k:weights:)``.
  public static func topKAccuracy(_ k: Int) -> ClassificationMetric {
    ClassificationMetric("top \(k) accuracy", .higherIsBetter) { judged throws(LearningError) in
      try Classic.topKAccuracy(
        of: judged.probabilities, labels: judged.labels, classes: judged.classes, k: k, weights: judged.weights)
    }
  }
}
