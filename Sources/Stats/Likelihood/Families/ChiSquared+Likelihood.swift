public import Learning
public import LinearAlgebra
internal import RealModule

extension ChiSquared: LikelihoodFamily {
  /// The likelihood of a chi-squared sample, that of the gamma distribution of shape ν/2 and scale 2: the size and the
  /// mean logarithm are sufficient for ν.
  ///
  ///     l(ν) = n ((ν/2 - 1) mean(log x) - mean(x)/2 - ν/2 log 2 - log Γ(ν/2))
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case degreesOfFreedom = "degrees of freedom"
      public var domain: ParameterDomain { .positive }
    }

    private let gamma: Gamma.Likelihood

    /// - Throws: as every likelihood of real observations; zeros, too, are outside the support here, because the
    ///   density there is infinite below 2 degrees of freedom and zero above.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      gamma = Gamma.Likelihood(try GammaStatistics(observations, weights: weights, of: ChiSquared.self))
    }

    public var parameters: [Parameter] { [.degreesOfFreedom] }
    public var sampleSize: Double { gamma.sampleSize }

    private func gammaPoint(_ point: [Double]) -> [Double] { [point[0] / 2, 2] }

    public func logLikelihood(at point: [Double]) -> Double { gamma.logLikelihood(at: gammaPoint(point)) }

    public func score(at point: [Double]) -> [Double] { [gamma.score(at: gammaPoint(point))[0] / 2] }

    /// n ψ'(ν/2) / 4.
    public func observedInformation(at point: [Double]) -> Matrix { [[sampleSize * .trigamma(point[0] / 2) / 4]] }

    /// The same as the observed one, which does not depend on the sample.
    public func expectedInformation(at point: [Double]) -> Matrix { observedInformation(at: point) }

    public func distribution(at point: [Double]) throws(LearningError) -> ChiSquared {
      try ChiSquared(degreesOfFreedom: point[0])
    }

    /// The degrees of freedom at which the mean of log X is that of the sample, by Newton's method.
    ///
    /// Source of the start: T. P. Minka, Estimating a Dirichlet distribution, MIT, 2000, appendix C, how to invert ψ.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      let target = gamma.meanLog - .log(2)
      let eulerGamma = 0.57721566490153286061
      let shape = target >= -2.22 ? .exp(target) + 0.5 : -1 / (target + eulerGamma)
      return try NewtonAscent(self).maximum(from: [2 * shape])
    }
  }
}
