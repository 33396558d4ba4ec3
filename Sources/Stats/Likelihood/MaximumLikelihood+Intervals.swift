public import Learning

extension MaximumLikelihood {
  /// Wald's interval, the estimate ± z standard errors: quick, symmetric, and poor where the log-likelihood is not a
  /// parabola; it may leave the parameter's domain.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where there is no standard error.
  public func waldInterval(
    of parameter: Function.Parameter, level: Double = 0.95
  ) throws(LearningError) -> IntervalEstimate {
    let z = try normalQuantile(level: level)
    let error = try requireStandardError(of: parameter, for: "Wald interval")
    return IntervalEstimate(lower: self[parameter] - z * error, upper: self[parameter] + z * error, level: level)
  }

  /// The values of a parameter that a likelihood-ratio test does not reject: those whose profile log-likelihood is less
  /// than half a chi-squared quantile below the maximum.
  ///
  /// It does not depend on how the family is parametrised, and exists at boundaries.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where the likelihood has no finite maximum, and for families whose
  ///   support depends on the parameters, ``LearningError/cancelled``.
  public func likelihoodRatioInterval(
    of parameter: Function.Parameter, level: Double = 0.95
  ) throws(LearningError) -> IntervalEstimate {
    let z = try normalQuantile(level: level)
    try requireFiniteLikelihood(for: "likelihood-ratio interval of the \(parameter.rawValue)")
    let profile = ProfileLikelihood(self, index: index(of: parameter))
    return IntervalEstimate(
      lower: try profile.end(z, .lower), upper: try profile.end(z, .upper), level: level)
  }

  /// The standard normal's quantile that leaves (1 - level) / 2 above it.
  func normalQuantile(level: Double) throws(LearningError) -> Double {
    try requireLevel(level)
    return try Normal.standard.upperQuantile((1 - level) / 2)
  }

  func requireStandardError(of parameter: Function.Parameter, for purpose: String) throws(LearningError) -> Double {
    guard let error = standardError(of: parameter) else {
      throw .undefined(
        "\(purpose) of the \(parameter.rawValue)",
        reason: isInterior
          ? "the information is singular" : "the estimate, \(self[parameter]), is at the boundary of its domain")
    }
    return error
  }

  func requireFiniteLikelihood(for purpose: String) throws(LearningError) {
    guard Function.isRegular else {
      throw .undefined(
        purpose,
        reason: "the support of the \(Function.Family.name) distribution depends on its parameters, so that the ratio "
          + "is not about chi-squared")
    }
    guard logLikelihood.isFinite else {
      throw .undefined(purpose, reason: "the likelihood of this sample has no finite maximum")
    }
  }
}
