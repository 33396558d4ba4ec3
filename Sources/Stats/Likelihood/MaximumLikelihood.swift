public import Learning
internal import RealModule

/// A distribution fitted by maximum likelihood: the estimates, and what the likelihood says about them.
///
///     let fit = try Poisson.fit(deaths)                  // MaximumLikelihood<Poisson.Likelihood>
///     fit[.mean]                                         // 0.61
///     fit.standardError(of: .mean)                       // 0.0552
///     try fit.likelihoodRatioInterval(of: .mean)         // [0.5070, 0.7243]
///     print(try fit.inference())                         // the table
///
/// Where the likelihood is largest at the boundary of the parameters' domain (all outcomes zero, all values equal) the
/// estimates are that boundary, ``report`` says so, and there are no standard errors; likelihood-ratio intervals exist
/// all the same.
public struct MaximumLikelihood<Function: LikelihoodFunction>: Sendable, Hashable {
  /// The likelihood, as a function of the parameters.
  public let likelihood: Function
  /// The estimates, in the order of the likelihood's parameters.
  public let estimates: [Double]
  /// Whether the maximum is inside the domain, with the score zero.
  public let isInterior: Bool
  /// The largest value of the log-likelihood; infinite where it has no bound.
  public let logLikelihood: Double
  public let report: FitReport

  /// Maximises the likelihood.
  ///
  /// - Throws: ``LearningError/cancelled``.
  public init(_ likelihood: Function) throws(LearningError) {
    let maximum = try likelihood.maximum()
    self.likelihood = likelihood
    estimates = maximum.point
    isInterior = maximum.isInterior
    logLikelihood = likelihood.logLikelihood(at: maximum.point)
    report = maximum.report
  }

  /// The estimate of a parameter. One that was not estimated, being given, has none: a programmer's slip.
  public subscript(parameter: Function.Parameter) -> Double { estimates[index(of: parameter)] }

  /// The distribution with the estimated parameters.
  public var distribution: Function.Family {
    get throws(LearningError) { try likelihood.distribution(at: estimates) }
  }

  /// The number of observations, or the sum of their weights.
  public var sampleSize: Double { likelihood.sampleSize }

  /// Akaike's criterion, 2k - 2l: smaller is better.
  public var aic: Double { 2 * Double(estimates.count) - 2 * logLikelihood }

  /// Schwarz's criterion, k log n - 2l: smaller is better.
  public var bic: Double { Double(estimates.count) * .log(sampleSize) - 2 * logLikelihood }

  func index(of parameter: Function.Parameter) -> Int {
    guard let index = likelihood.parameters.firstIndex(of: parameter) else {
      preconditionFailure(
        "\(parameter.rawValue) was not estimated; the estimates are of "
          + likelihood.parameters.map(\.rawValue).joined(separator: ", "))
    }
    return index
  }
}
