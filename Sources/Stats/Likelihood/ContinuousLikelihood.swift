public import Learning

/// A likelihood of real observations.
public protocol ContinuousLikelihood: LikelihoodFunction {
  /// - Parameters:
  ///   - observations: finite numbers in the family's support.
  ///   - weights: one for each observation, zero or positive, as if one of weight 3 stood there three times; nil for
  ///     ones.
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without observations,
  ///   ``LearningError/valueNotFinite(_:row:value:)``,
  ///   ``LearningError/outsideSupport(distribution:row:value:support:)``, and what is wrong with the weights.
  init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError)
}

extension ContinuousLikelihood {
  /// The likelihood of observations that count the same.
  public init(_ observations: some Collection<Double>) throws(LearningError) {
    try self.init(observations, weights: nil)
  }
}

extension LikelihoodFamily where Likelihood: ContinuousLikelihood {
  /// The distribution of this family under which the observations are most likely.
  ///
  ///     let fit = try Normal.fit(heights)
  ///     fit[.mean]
  ///
  /// - Parameters:
  ///   - observations: finite numbers in the family's support.
  ///   - weights: one for each observation, zero or positive, as if one of weight 3 stood there three times; nil for
  ///     ones.
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without observations,
  ///   ``LearningError/valueNotFinite(_:row:value:)``,
  ///   ``LearningError/outsideSupport(distribution:row:value:support:)``, what is wrong with the weights, and
  ///   ``LearningError/cancelled``. Samples whose likelihood is largest at a boundary are no error: the fit says so.
  public static func fit(
    _ observations: some Collection<Double>, weights: [Double]? = nil
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(observations, weights: weights))
  }
}
