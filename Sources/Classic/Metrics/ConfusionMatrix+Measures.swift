import LinearAlgebra

/// What a confusion matrix says of a model. **Where a quotient has no denominator it is 0**, as in scikit-learn: the
/// precision of a class that was never predicted, the recall of one that is never the label.
extension ConfusionMatrix {
  /// The share of rows that are predicted right; what ``accuracy(of:labels:weights:)`` gives.
  public var accuracy: Double { correctCounts.reduce(0, +) / total }

  /// The mean recall of the classes that are the label of a row; 1/K for a model that says nothing.
  public var balancedAccuracy: Double {
    let present = zip(recalls, supports).filter { $0.1 > 0 }
    return present.reduce(0) { $0 + $1.0 } / Double(present.count)
  }

  /// The share of right ones among the predictions of each class.
  public var precisions: [Double] { zip(correctCounts, predictedCounts).map(Self.quotient) }

  /// The share of each class's rows that is predicted right, also known as sensitivity.
  public var recalls: [Double] { zip(correctCounts, supports).map(Self.quotient) }

  /// The weighted harmonic mean of precision P and recall R of each class, (1 + β²) P R / (β² P + R).
  ///
  /// - Parameter beta: how many times as much recall counts as precision, zero or positive; 1 by default, which is F₁.
  public func fScores(beta: Double = 1) -> [Double] {
    zip(fNumerators(beta), fDenominators(beta)).map(Self.quotient)
  }

  /// The precision of all classes.
  public func precision(_ average: ClassAverage) -> Double {
    self.average(average, numerators: correctCounts, denominators: predictedCounts)
  }

  /// The recall of all classes.
  public func recall(_ average: ClassAverage) -> Double {
    self.average(average, numerators: correctCounts, denominators: supports)
  }

  /// The F-score of all classes; `beta` is that of ``fScores(beta:)``.
  ///
  /// The macro average is the mean of the classes' F-scores, not the F-score of the mean precision and recall.
  public func fScore(beta: Double = 1, _ average: ClassAverage) -> Double {
    self.average(average, numerators: fNumerators(beta), denominators: fDenominators(beta))
  }

  /// Matthews's correlation of predictions and labels, from -1 to 1; 0 for a model that says nothing, and where all
  /// predictions or all labels are the same.
  ///
  /// For two classes it is Pearson's correlation of two variables of 0 and 1, for more Gorodkin's generalisation.
  ///
  /// Source: Gorodkin, Computational Biology and Chemistry 28(5), 2004, doi:10.1016/j.compbiolchem.2004.09.006.
  public var matthewsCorrelation: Double {
    let (agreement, byChance) = (accuracy, chanceAgreement)
    let spread = (1 - squares(predictedCounts)) * (1 - squares(supports))
    return spread > 0 ? (agreement - byChance) / spread.squareRoot() : 0
  }

  /// Cohen's kappa: the agreement beyond that by chance, divided by the most that there could be; up to 1, and 0 for a
  /// model that says nothing, and where all predictions and all labels are the same class.
  ///
  /// Source: Cohen, Educational and Psychological Measurement 20(1), 1960, doi:10.1177/001316446002000104.
  public var cohensKappa: Double {
    let byChance = chanceAgreement
    return byChance < 1 ? (accuracy - byChance) / (1 - byChance) : 0
  }

  private func fNumerators(_ beta: Double) -> [Double] { correctCounts.map { (1 + beta * beta) * $0 } }

  private func fDenominators(_ beta: Double) -> [Double] {
    zip(supports, predictedCounts).map { beta * beta * $0 + $1 }
  }

  /// The share of rows on which predictions and labels of the same frequencies would agree if they were independent.
  private var chanceAgreement: Double {
    let total = total
    return zip(supports, predictedCounts).reduce(0) { $0 + ($1.0 / total) * ($1.1 / total) }
  }

  private func squares(_ sums: [Double]) -> Double {
    let total = total
    return sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }
}
