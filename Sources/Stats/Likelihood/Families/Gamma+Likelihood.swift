public import Learning
public import LinearAlgebra
internal import RealModule

extension Gamma: LikelihoodFamily {
  /// The likelihood of a gamma sample, of which the size n, the mean m and the mean logarithm are sufficient.
  ///
  ///     l(k, θ) = n ((k - 1) mean(log x) - m / θ - k log θ - log Γ(k))
  ///
  /// It is computed from the logarithm of the mean less the mean logarithm, and from what Stirling's formula leaves of
  /// log Γ: so it keeps its digits for shapes of any size. It has one maximum unless all observations are the same.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case shape, scale

      public var domain: ParameterDomain { .positive }
    }

    let statistics: GammaStatistics

    /// - Throws: as every likelihood of real observations; zeros, too, are outside the support here, because the
    ///   density there is infinite for shapes below 1 and zero for those above.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      statistics = try GammaStatistics(observations, weights: weights, of: Gamma.self)
    }

    init(_ statistics: GammaStatistics) { self.statistics = statistics }

    public var parameters: [Parameter] { [.shape, .scale] }
    public var sampleSize: Double { statistics.weight }
    /// The mean of the sample.
    public var mean: Double { statistics.mean }
    /// The mean of its logarithms.
    public var meanLog: Double { statistics.meanLog }

    /// m / (k θ) - 1: the sample's mean over the distribution's, less 1.
    private func excess(_ shape: Double, _ scale: Double) -> Double {
      (statistics.mean / scale - shape) / shape
    }

    /// Infinite at an infinite shape where all observations are the same.
    public func logLikelihood(at point: [Double]) -> Double {
      let (shape, scale) = (point[0], point[1])
      guard shape > 0, scale >= 0, scale < .infinity else { return -.infinity }
      guard shape < .infinity else { return scale == 0 && statistics.logRatio == 0 ? .infinity : -.infinity }
      guard scale > 0 else { return -.infinity }
      let stirling = 0.5 * .log(shape) - .halfLogTwoPi - .stirlingRemainder(shape)
      let distance = Double.remainderOfLog(onePlus: excess(shape, scale)) + statistics.logRatio
      return statistics.weight * (stirling - shape * distance - statistics.meanLog)
    }

    public func score(at point: [Double]) -> [Double] {
      let (shape, scale) = (point[0], point[1])
      let excess = excess(shape, scale)
      let ofShape = Double.digammaRemainder(shape) + .log(onePlus: excess) - statistics.logRatio
      return [statistics.weight * ofShape, statistics.weight * (shape / scale) * excess]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      information(at: point, excess: excess(point[0], point[1]))
    }

    /// n times ψ'(k), 1/θ and k/θ².
    public func expectedInformation(at point: [Double]) -> Matrix { information(at: point, excess: 0) }

    private func information(at point: [Double], excess: Double) -> Matrix {
      let (shape, scale) = (point[0], point[1])
      let cross = statistics.weight / scale
      return [
        [statistics.weight * .trigamma(shape), cross], [cross, cross * (shape / scale) * (1 + 2 * excess)],
      ]
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Gamma {
      try Gamma(shape: point[0], scale: point[1])
    }

    /// By Newton's method from a shape that is within 1.5 % of the best; the scale is the mean over the shape.
    ///
    /// Source of the start: T. P. Minka, Estimating a gamma distribution, Microsoft Research, 2002.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      let s = statistics.logRatio
      guard s > 0 else {
        return .boundary(
          [.infinity, 0],
          because: "all observations are the same; the likelihood grows without bound with the shape.")
      }
      let shape = (3 - s + ((s - 3) * (s - 3) + 24 * s).squareRoot()) / (12 * s)
      return try NewtonAscent(self).maximum(from: [shape, statistics.mean / shape])
    }

    /// The scale is the mean over the shape; the shape takes Newton's method, from the one with the mean of the sample.
    public func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double] {
      guard index == 1 else { return [point[0], statistics.mean / point[0]] }
      return try NewtonAscent(self, fixing: 1).maximum(from: [statistics.mean / point[1], point[1]]).point
    }
  }
}
