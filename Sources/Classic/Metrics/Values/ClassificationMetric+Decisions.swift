import Learning

/// Measures of the labels that a model gave. **Where a quotient has no denominator it is 0**: the precision of a class
/// that was never predicted, the recall of one that the judged rows lack; see ``ConfusionMatrix``.
extension ClassificationMetric {
  /// ``Classic/accuracy(of:labels:weights:)``.
  public static var accuracy: ClassificationMetric {
    ClassificationMetric("accuracy", .higherIsBetter) { judged throws(LearningError) in
      try Classic.accuracy(of: judged.predictions, labels: judged.labels, weights: judged.weights)
    }
  }

  /// ``ConfusionMatrix/balancedAccuracy``: the mean recall of the classes that the judged rows have.
  public static var balancedAccuracy: ClassificationMetric {
    ofConfusion("balanced accuracy", \.balancedAccuracy)
  }

  /// ``ConfusionMatrix/matthewsCorrelation``.
  public static var matthewsCorrelation: ClassificationMetric {
    ofConfusion("Matthews correlation", \.matthewsCorrelation)
  }

  /// ``ConfusionMatrix/cohensKappa``.
  public static var cohensKappa: ClassificationMetric { ofConfusion("Cohen's kappa", \.cohensKappa) }

  /// The precision of one class.
  ///
  /// - Parameter positive: the class; nil for the last one of two. A value throws `.invalidOption` where it is none of
  ///   the model's, or nil and there are not two.
  public static func precision(positive: Label? = nil) -> ClassificationMetric {
    ofClass("precision", positive) { $0.precisions }
  }

  /// The precision of all classes.
  public static func precision(average: ClassAverage) -> ClassificationMetric {
    ofConfusion("\(average.rawValue) precision") { $0.precision(average) }
  }

  /// The recall of one class, which is that of ``precision(positive:)``.
  public static func recall(positive: Label? = nil) -> ClassificationMetric {
    ofClass("recall", positive) { $0.recalls }
  }

  /// The recall of all classes.
  public static func recall(average: ClassAverage) -> ClassificationMetric {
    ofConfusion("\(average.rawValue) recall") { $0.recall(average) }
  }

  /// The F₁ score of one class, which is that of ``precision(positive:)``.
  public static func f1(positive: Label? = nil) -> ClassificationMetric {
    ofClass("F1", positive) { $0.fScores() }
  }

  /// The F₁ score of all classes.
  public static func f1(average: ClassAverage) -> ClassificationMetric {
    ofConfusion("\(average.rawValue) F1") { $0.fScore(average) }
  }

  /// The F-score of one class, which is that of ``precision(positive:)``.
  ///
  /// - Parameter beta: how many times as much recall counts as precision. A value throws `.invalidOption` where it is
  ///   below 0 or not finite.
  public static func fBeta(_ beta: Double, positive: Label? = nil) -> ClassificationMetric {
    ofClass("F\(beta)", positive) { confusion throws(LearningError) in
      try confusion.fScores(beta: requireBeta(beta))
    }
  }

  /// The F-score of all classes; `beta` is that of ``fBeta(_:positive:)``.
  public static func fBeta(_ beta: Double, average: ClassAverage) -> ClassificationMetric {
    ofConfusion("\(average.rawValue) F\(beta)") { confusion throws(LearningError) in
      try confusion.fScore(beta: requireBeta(beta), average)
    }
  }

  private static func requireBeta(_ beta: Double) throws(LearningError) -> Double {
    guard beta >= 0, beta.isFinite else {
      throw .invalidOption(name: "beta", value: "\(beta)", allowed: "finite, zero or positive")
    }
    return beta
  }

  private static func ofConfusion(
    _ name: String, _ measure: @escaping @Sendable (ConfusionMatrix<Label>) throws(LearningError) -> Double
  ) -> ClassificationMetric {
    ClassificationMetric(name, .higherIsBetter) { judged throws(LearningError) in
      try measure(judged.confusion)
    }
  }

  private static func ofClass(
    _ name: String, _ positive: Label?,
    _ measures: @escaping @Sendable (ConfusionMatrix<Label>) throws(LearningError) -> [Double]
  ) -> ClassificationMetric {
    ClassificationMetric(named(name, of: positive), .higherIsBetter) { judged throws(LearningError) in
      let column = try judged.column(ofPositive: positive)
      return try measures(judged.confusion)[column]
    }
  }

  /// “precision”, “precision of ill”.
  static func named(_ name: String, of positive: Label?) -> String {
    positive.map { "\(name) of \($0)" } ?? name
  }
}

extension ClassifierPredictions {
  fileprivate var confusion: ConfusionMatrix<Label> {
    get throws(LearningError) {
      try ConfusionMatrix(of: predictions, labels: labels, classes: classes, weights: weights)
    }
  }
}
