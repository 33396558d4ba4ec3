public import Learning
import LinearAlgebra
public import Stats

extension LinearRegression.Model {
  /// The table of intercept and coefficients with standard errors, t, p and intervals, as R's `summary(lm)` prints it.
  /// Coefficients that were set to zero, because their columns depend on others, have no standard error.
  ///
  /// - Parameters:
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a penalised fit and where no degrees of freedom are left;
  ///   ``LearningError/invalidOption(name:value:allowed:)`` for another number of names or a level that is none.
  public func inference(names: [String]? = nil, level: Double = 0.95) throws(LearningError) -> Inference {
    try requireNoPenalty(penalty)
    guard let covariance else {
      throw .undefined(
        "inference for this fit",
        reason: "\(sampleSize.formatted(digits: 6)) samples leave no degrees of freedom for the variance beside "
          + "\(effectiveParameters.formatted(digits: 6)) parameters")
    }
    return try .ofLinearModel(
      names: names, intercept: hasIntercept ? intercept : nil, coefficients, covariance,
      statistic: .t(degreesOfFreedom: residualDegreesOfFreedom), level: level)
  }

  /// The F test that all coefficients but the intercept are zero, as at the foot of R's `summary(lm)`.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a penalised fit, without columns that vary and where no
  ///   degrees of freedom are left.
  public func fTest() throws(LearningError) -> HypothesisTest {
    try requireNoPenalty(penalty)
    let numerator = effectiveParameters - (hasIntercept ? 1 : 0)
    let denominator = residualDegreesOfFreedom
    guard numerator > 0, denominator > 0 else {
      throw .undefined(
        "F test of this fit",
        reason: "it needs a feature that varies and more samples than parameters; there are "
          + "\(numerator.formatted(digits: 6)) and \(denominator.formatted(digits: 6)) degrees of freedom")
    }
    let explained = max(0, totalSumOfSquares - residualSumOfSquares)
    let ratio = explained == 0 ? 0 : explained / numerator / (residualSumOfSquares / denominator)
    let distribution = try FDistribution(numerator: numerator, denominator: denominator)
    let freedoms = "\(numerator.formatted(digits: 6)) and \(denominator.formatted(digits: 6))"
    return HypothesisTest(
      name: "F test of all coefficients, \(freedoms) df", statistic: ratio, pValue: distribution.survival(ratio))
  }
}
