public import Learning
public import LinearAlgebra

/// The likelihood of a family of distributions, given a sample: a function of the parameters.
///
///     let likelihood = try Normal.Likelihood(heights)
///     likelihood.logLikelihood(at: [178, 7])
///     likelihood.score(at: [178, 7])               // the gradient: zero at the maximum
///     likelihood.observedInformation(at: [178, 7]) // minus the second derivatives
///
/// It keeps what is sufficient of the sample: a few sums where the family has them, else the observations. Weights
/// count observations: one of weight 3 stood there three times.
///
/// Points are given by the values of ``parameters`` in that order.
public protocol LikelihoodFunction: Sendable, Hashable, Codable {
  associatedtype Family: Distribution
  associatedtype Parameter: LikelihoodParameter

  /// The parameters that are estimated, in the order of points.
  var parameters: [Parameter] { get }

  /// The number of observations, or the sum of their weights.
  var sampleSize: Double { get }

  /// The logarithm of the likelihood, all constants included; -∞ outside the parameters' domain.
  func logLikelihood(at point: [Double]) -> Double

  /// The derivatives of the log-likelihood.
  func score(at point: [Double]) -> [Double]

  /// Minus the second derivatives of the log-likelihood, symmetric.
  func observedInformation(at point: [Double]) -> Matrix

  /// The expectation of the observed information over samples of this size from the distribution at `point`.
  func expectedInformation(at point: [Double]) -> Matrix

  /// The information that standard errors are taken from: the observed one, unless the family's log-likelihood has no
  /// second derivatives to speak of.
  static var standardInformation: Information { get }

  /// Whether twice the fall of the log-likelihood from its maximum is about chi-squared, as likelihood-ratio intervals
  /// take it to be. True unless the support depends on the parameters.
  static var isRegular: Bool { get }

  /// The distribution at a point.
  ///
  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where there is none, as at the
  ///   boundary of most families.
  func distribution(at point: [Double]) throws(LearningError) -> Family

  /// The point where the likelihood is largest: by a formula where there is one, else by Newton's method.
  ///
  /// - Throws: ``LearningError/cancelled``.
  func maximum() throws(LearningError) -> LikelihoodMaximum

  /// The point where the likelihood is largest among those with the value of one parameter held fixed: what profile
  /// likelihoods are made of. By Newton's method unless the family knows better.
  ///
  /// - Parameters:
  ///   - index: of the parameter in ``parameters``.
  ///   - point: with its value, and those of the others to start from.
  /// - Throws: ``LearningError/cancelled``.
  func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double]
}

extension LikelihoodFunction {
  public static var standardInformation: Information { .observed }

  public static var isRegular: Bool { true }

  public func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double] {
    try NewtonAscent(self, fixing: index).maximum(from: point).point
  }

  /// The information at a point, of either kind.
  public func information(_ kind: Information, at point: [Double]) -> Matrix {
    switch kind {
    case .observed: observedInformation(at: point)
    case .expected: expectedInformation(at: point)
    }
  }
}

/// The two kinds of Fisher information.
public enum Information: String, Hashable, Sendable, Codable {
  /// Minus the second derivatives of the log-likelihood of the sample at hand.
  case observed
  /// Their expectation over samples.
  case expected
}
