public import Learning
public import Stats

extension ScoreEstimate {
  /// mean ± t · ``correctedStandardError`` with J - 1 degrees of freedom: an interval for the score of models that
  /// learn from as many rows as those of the folds.
  ///
  /// No interval from one cross-validation has its level in general (Bengio and Grandvalet, JMLR 5, 2004: there is no
  /// unbiased estimate of the variance); this one comes close, and errs towards too wide.
  ///
  /// - Throws: `.undefined` for a single fold, and where a score is infinite; `.invalidOption` unless `level` is
  ///   between 0 and 1.
  ///
  /// Source: Nadeau and Bengio, Machine Learning 52, 2003, doi:10.1023/A:1024068626366.
  public func correctedInterval(_ level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try interval(level, standardError: correctedStandardError)
  }

  /// mean ± t · ``standardError`` with J - 1 degrees of freedom, as if the folds were independent: too narrow. For
  /// comparison.
  ///
  /// - Throws: as ``correctedInterval(_:)``.
  public func interval(_ level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try interval(level, standardError: standardError)
  }

  private func interval(_ level: Double, standardError: Double) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    try requireSpread(for: "interval of the \(name)")
    let margin = try StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile((1 - level) / 2) * standardError
    return IntervalEstimate(lower: mean - margin, upper: mean + margin, level: level)
  }

  /// Of the standard deviation.
  var degreesOfFreedom: Double { Double(values.count - 1) }

  func requireSpread(for purpose: String) throws(LearningError) {
    guard values.count > 1 else {
      throw .undefined(purpose, reason: "a single fold does not show how scores vary; give a splitter of several")
    }
    guard let infinite = values.firstIndex(where: { !$0.isFinite }) else { return }
    throw .undefined(purpose, reason: "its value in fold \(infinite + 1) is \(values[infinite])")
  }
}
