public import Learning
public import LinearAlgebra
internal import RealModule

extension Exponential: LikelihoodFamily {
  /// The likelihood of an exponential sample, of which the size and the mean are sufficient.
  ///
  ///     l(λ) = n (log λ - λ m)
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case rate
      public var domain: ParameterDomain { .positive }
    }

    public let sampleSize: Double
    /// The mean of the sample.
    public let mean: Double

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      let moments = try SampleMoments(of: observations, weights: weights, upTo: .second)
      try Exponential.requireSupport(observations, moments, from: 0, "numbers from 0 on")
      sampleSize = moments.weight
      mean = moments.mean
    }

    public var parameters: [Parameter] { [.rate] }

    /// Infinite at an infinite rate where all observations are zero.
    public func logLikelihood(at point: [Double]) -> Double {
      let rate = point[0]
      guard rate > 0 else { return -.infinity }
      guard rate < .infinity else { return mean == 0 ? .infinity : -.infinity }
      return sampleSize * (.log(rate) - rate * mean)
    }

    public func score(at point: [Double]) -> [Double] { [sampleSize * (1 / point[0] - mean)] }

    public func observedInformation(at point: [Double]) -> Matrix { [[sampleSize / (point[0] * point[0])]] }

    /// The same as the observed one, which does not depend on the sample.
    public func expectedInformation(at point: [Double]) -> Matrix { observedInformation(at: point) }

    public func distribution(at point: [Double]) throws(LearningError) -> Exponential {
      try Exponential(rate: point[0])
    }

    /// One over the mean.
    public func maximum() -> LikelihoodMaximum {
      guard mean > 0 else {
        return .boundary(
          [.infinity], because: "all observations are 0; the likelihood grows without bound with the rate.")
      }
      return .closedForm([1 / mean], "reciprocal of the sample mean")
    }
  }
}

extension MaximumLikelihood where Function == Exponential.Likelihood {
  /// The interval of exactly the level: 2 n m λ has the chi-squared distribution with 2n degrees of freedom.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where all observations are zero.
  public func exactInterval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    guard isInterior else {
      throw .undefined("exact interval of the rate", reason: "all observations are zero")
    }
    let total = try Gamma(shape: sampleSize, scale: 1 / (sampleSize * likelihood.mean))
    let interval = try total.centralInterval(level)
    return IntervalEstimate(lower: interval.lowerBound, upper: interval.upperBound, level: level)
  }
}
