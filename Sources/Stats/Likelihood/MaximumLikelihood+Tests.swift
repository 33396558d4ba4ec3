public import Learning
internal import LinearAlgebra

extension MaximumLikelihood {
  /// Wald's test that a parameter has a value: the distance of the estimate in standard errors, squared, against the
  /// chi-squared distribution with one degree of freedom.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` where there is no standard error.
  public func waldTest(of parameter: Function.Parameter, equals value: Double) throws(LearningError) -> HypothesisTest {
    let error = try requireStandardError(of: parameter, for: "Wald test")
    let z = (self[parameter] - value) / error
    return try chiSquaredTest("Wald", statistic: z * z, degreesOfFreedom: 1)
  }

  /// The likelihood-ratio test that a parameter has a value: twice what the log-likelihood loses by it, the other
  /// parameters at their best.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` where the likelihood has no finite maximum,
  ///   ``LearningError/invalidOption(name:value:allowed:)`` where `value` is outside the parameter's domain,
  ///   ``LearningError/cancelled``.
  public func likelihoodRatioTest(
    of parameter: Function.Parameter, equals value: Double
  ) throws(LearningError) -> HypothesisTest {
    try requireFiniteLikelihood(for: "likelihood-ratio test of the \(parameter.rawValue)")
    let index = index(of: parameter)
    guard likelihood.parameters[index].domain.contains(value) else {
      throw .invalidOption(name: parameter.rawValue, value: "\(value)", allowed: "inside the parameter's domain")
    }
    let deviance = try ProfileLikelihood(self, index: index).deviance(at: value)
    return try chiSquaredTest("likelihood ratio", statistic: deviance, degreesOfFreedom: 1)
  }

  /// The likelihood-ratio test of a model that is this one with fewer free parameters, fitted to the same sample.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` unless `simpler` has fewer parameters and both log-likelihoods
  ///   are finite.
  public func likelihoodRatioTest<Simpler>(
    against simpler: MaximumLikelihood<Simpler>
  ) throws(LearningError) -> HypothesisTest {
    let freedom = estimates.count - simpler.estimates.count
    guard freedom > 0 else {
      throw .undefined(
        "likelihood-ratio test",
        reason: "the other model has \(simpler.estimates.count) parameters and this one \(estimates.count); "
          + "it must have fewer")
    }
    try requireFiniteLikelihood(for: "likelihood-ratio test")
    try simpler.requireFiniteLikelihood(for: "likelihood-ratio test")
    let deviance = max(0, 2 * (logLikelihood - simpler.logLikelihood))
    return try chiSquaredTest("likelihood ratio", statistic: deviance, degreesOfFreedom: Double(freedom))
  }

  /// The score test that the parameters have these values, which needs no maximum: the score in the metric of the
  /// expected information.
  ///
  /// - Throws: ``LearningError/undefined(_:reason:)`` where the expected information at `point` is singular.
  public func scoreTest(at point: [Double]) throws(LearningError) -> HypothesisTest {
    precondition(
      point.count == estimates.count, "\(point.count) values were given for \(estimates.count) parameters")
    let score = likelihood.score(at: point)
    guard let step = try? Cholesky(of: likelihood.expectedInformation(at: point)).solve(score) else {
      throw .undefined("score test", reason: "the expected information is singular at \(point)")
    }
    return try chiSquaredTest(
      "score", statistic: zip(score, step).reduce(0) { $0 + $1.0 * $1.1 }, degreesOfFreedom: Double(point.count))
  }

  private func chiSquaredTest(
    _ name: String, statistic: Double, degreesOfFreedom: Double
  ) throws(LearningError) -> HypothesisTest {
    HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: degreesOfFreedom,
      pValue: try ChiSquared(degreesOfFreedom: degreesOfFreedom).survival(statistic))
  }
}
