public import Learning
public import LinearAlgebra
internal import RealModule

extension Normal: LikelihoodFamily {
  /// The likelihood of a normal sample, of which the size, the mean and the sum of squares about it are sufficient.
  ///
  ///     l(μ, σ) = -n log(σ √(2π)) - (S + n (m - μ)²) / (2σ²)
  ///
  /// with n observations, their mean m, and S = Σ (x - m)².
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case mean
      case standardDeviation = "standard deviation"

      public var domain: ParameterDomain { self == .mean ? .real : .positive }
    }

    /// The size, mean and sum of squares of the sample.
    public let moments: SampleMoments

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      moments = try SampleMoments(of: observations, weights: weights, upTo: .second)
    }

    public var parameters: [Parameter] { [.mean, .standardDeviation] }
    public var sampleSize: Double { moments.weight }

    /// Σ (x - μ)².
    private func sumOfSquares(about mean: Double) -> Double {
      let distance = moments.mean - mean
      return moments.sumOfSquares + sampleSize * distance * distance
    }

    /// Infinite at standard deviation 0 where all observations equal the mean.
    public func logLikelihood(at point: [Double]) -> Double {
      let (mean, sigma) = (point[0], point[1])
      guard sigma >= 0 else { return -.infinity }
      let squares = sumOfSquares(about: mean)
      guard sigma > 0 else { return squares == 0 ? .infinity : -.infinity }
      return -sampleSize * (Normal.logRootTwoPi + .log(sigma)) - squares / (2 * sigma * sigma)
    }

    public func score(at point: [Double]) -> [Double] {
      let (mean, sigma) = (point[0], point[1])
      return [
        sampleSize * (moments.mean - mean) / (sigma * sigma),
        (sumOfSquares(about: mean) / (sigma * sigma) - sampleSize) / sigma,
      ]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (mean, sigma) = (point[0], point[1])
      let variance = sigma * sigma
      let cross = 2 * sampleSize * (moments.mean - mean) / (variance * sigma)
      return [
        [sampleSize / variance, cross],
        [cross, (3 * sumOfSquares(about: mean) / variance - sampleSize) / variance],
      ]
    }

    /// n/σ² and 2n/σ² on the diagonal.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let variance = point[1] * point[1]
      return .diagonal([sampleSize / variance, 2 * sampleSize / variance])
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Normal {
      try Normal(mean: point[0], standardDeviation: point[1])
    }

    /// The sample's mean and the root of its mean square about it.
    public func maximum() -> LikelihoodMaximum {
      let point = [moments.mean, moments.standardDeviation(.maximumLikelihood)]
      guard point[1] > 0 else {
        return .boundary(
          point, because: "all observations are the same; the likelihood grows without bound as the standard "
            + "deviation falls to 0.")
      }
      return .closedForm(point, "sample mean, and root of the mean square about it")
    }
  }
}

extension MaximumLikelihood where Function == Normal.Likelihood {
  /// The variance in the form that is named: the maximum likelihood estimate divides the sum of squares by n, the
  /// unbiased one by n - 1; NaN where n is no more than 1.
  public func variance(_ denominator: Moments.Denominator) -> Double {
    likelihood.moments.variance(denominator)
  }

  /// The interval of exactly the level that Student's t (for the mean) or the chi-squared distribution (for the
  /// standard deviation) gives.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/tooFewSamples(found:needed:purpose:)`` unless there are more observations than one.
  public func exactInterval(
    of parameter: Normal.Likelihood.Parameter, level: Double = 0.95
  ) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    let freedom = sampleSize - 1
    guard freedom > 0 else {
      throw .tooFewSamples(found: 1, needed: 2, purpose: "an exact interval")
    }
    let tail = (1 - level) / 2
    switch parameter {
    case .mean:
      let error = (variance(.unbiased) / sampleSize).squareRoot()
      let reach = try StudentT(degreesOfFreedom: freedom).upperQuantile(tail) * error
      return IntervalEstimate(lower: self[.mean] - reach, upper: self[.mean] + reach, level: level)
    case .standardDeviation:
      let chiSquared = try ChiSquared(degreesOfFreedom: freedom)
      let squares = likelihood.moments.sumOfSquares
      return IntervalEstimate(
        lower: (squares / (try chiSquared.upperQuantile(tail))).squareRoot(),
        upper: (squares / (try chiSquared.quantile(tail))).squareRoot(), level: level)
    }
  }
}
