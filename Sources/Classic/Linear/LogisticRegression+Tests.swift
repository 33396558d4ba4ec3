public import Learning
public import Stats

extension LogisticRegression.Core {
  /// The likelihood-ratio test of all coefficients at once: that no feature says anything of the classes.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a fit without an intercept, of which the model of the
  ///   classes' shares is no special case, and where the likelihood was not maximised.
  public func likelihoodRatioTest() throws(LearningError) -> HypothesisTest {
    guard hasIntercept else {
      throw .undefined(
        "test against the shares of the classes", reason: "a model without an intercept does not contain these")
    }
    let count = try requireMaximum()
    return try Self.test(
      deviance: nullDeviance - deviance, degreesOfFreedom: count - Double(classCount - 1), than: "features")
  }

  /// The likelihood-ratio test that a simpler model suffices: one with some of this model's features, fitted to the
  /// same samples.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` unless `simpler` has fewer parameters and was fitted to the same
  ///   labels and weights, and where a likelihood was not maximised.
  public func likelihoodRatioTest(against simpler: Self) throws(LearningError) -> HypothesisTest {
    let count = try requireMaximum() - simpler.requireMaximum()
    // The log-likelihood of the shares knows the labels and the weights.
    guard classCount == simpler.classCount, sampleSize == simpler.sampleSize,
      abs(nullLogLikelihood - simpler.nullLogLikelihood) <= 1e-9 * abs(nullLogLikelihood)
    else {
      throw .undefined("likelihood-ratio test", reason: "the two models were fitted to different labels or weights")
    }
    return try Self.test(deviance: simpler.deviance - deviance, degreesOfFreedom: count, than: "parameters")
  }

  private static func test(
    deviance: Double, degreesOfFreedom: Double, than what: String
  ) throws(LearningError) -> HypothesisTest {
    guard degreesOfFreedom > 0 else {
      throw .undefined("likelihood-ratio test", reason: "this model has no more \(what) than the other")
    }
    let statistic = max(0, deviance)
    return HypothesisTest(
      name: "likelihood ratio", statistic: statistic, degreesOfFreedom: degreesOfFreedom,
      pValue: try ChiSquared(degreesOfFreedom: degreesOfFreedom).survival(statistic))
  }

  /// The number of parameters of a fit that found the largest likelihood.
  private func requireMaximum() throws(LearningError) -> Double {
    guard let parameterCount else {
      throw .undefined(
        "likelihood-ratio test",
        reason: "the model does not maximise the likelihood of its samples; fit with penalty .none and no class "
          + "weights, and for Firth's penalty see profileInference")
    }
    guard report.hasConverged else {
      throw .undefined("likelihood-ratio test", reason: "the fit ended as \(report.termination.rawValue)")
    }
    return parameterCount
  }
}
