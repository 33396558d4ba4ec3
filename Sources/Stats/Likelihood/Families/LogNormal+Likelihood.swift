public import Learning
public import LinearAlgebra
internal import RealModule

extension LogNormal: LikelihoodFamily {
  /// The likelihood of a log-normal sample: that of the logarithms under the normal distribution, less the sum of the
  /// logarithms, which is the Jacobian's.
  ///
  ///     l(μ, σ) = Σ log φ((log x - μ) / σ) - n log σ - Σ log x
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case logMean = "mean of the logarithm"
      case logStandardDeviation = "standard deviation of the logarithm"

      public var domain: ParameterDomain { self == .logMean ? .real : .positive }
    }

    /// The normal likelihood of the logarithms.
    public let logarithm: Normal.Likelihood

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      let sample = try WeightedObservations(
        observations, weights: weights, of: LogNormal.self, support: "numbers above 0") { $0 > 0 }
      logarithm = try Normal.Likelihood(sample.values.map { .log($0) }, weights: sample.weights)
    }

    public var parameters: [Parameter] { [.logMean, .logStandardDeviation] }
    public var sampleSize: Double { logarithm.sampleSize }

    /// Infinite at standard deviation 0 where all observations are the same.
    public func logLikelihood(at point: [Double]) -> Double {
      logarithm.logLikelihood(at: point) - sampleSize * logarithm.moments.mean
    }

    public func score(at point: [Double]) -> [Double] { logarithm.score(at: point) }

    public func observedInformation(at point: [Double]) -> Matrix { logarithm.observedInformation(at: point) }

    public func expectedInformation(at point: [Double]) -> Matrix { logarithm.expectedInformation(at: point) }

    public func distribution(at point: [Double]) throws(LearningError) -> LogNormal {
      try LogNormal(logMean: point[0], logStandardDeviation: point[1])
    }

    /// The mean of the logarithms and the root of their mean square about it.
    public func maximum() -> LikelihoodMaximum { logarithm.maximum() }
  }
}
