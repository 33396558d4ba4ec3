public import Learning
public import LinearAlgebra
internal import RealModule

extension Beta: LikelihoodFamily {
  /// The likelihood of a beta sample, of which the size n and the means of log x and of log(1 - x) are sufficient.
  ///
  ///     l(α, β) = n ((α - 1) mean(log x) + (β - 1) mean(log(1 - x)) - log B(α, β))
  ///
  /// It is computed from what the logarithms of the means exceed the mean logarithms by, and from what Stirling's
  /// formula leaves of log B: so it keeps its digits for samples close together. It is concave.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case alpha, beta

      public var domain: ParameterDomain { .positive }
    }

    /// The statistics of x and of 1 - x.
    private let lower, upper: GammaStatistics
    /// The variance over the product of both means: below 1, at 1 for a sample at both ends.
    private let spread: Double

    /// - Throws: as every likelihood of real observations; 0 and 1 themselves are outside the support here, because the
    ///   density there is infinite or zero.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      let sample = try WeightedObservations(
        observations, weights: weights, of: Beta.self, support: "numbers between 0 and 1") { $0 > 0 && $0 < 1 }
      let moments = try SampleMoments(of: sample.values, weights: sample.weights, upTo: .second)
      let complement = try SampleMoments(of: sample.values.map { 1 - $0 }, weights: sample.weights, upTo: .second)
      // Distances from the mean have their digits at the end that the mean is nearer to.
      let isLow = moments.mean <= 0.5
      let distance = { x in isLow ? x - moments.mean : complement.mean - (1 - x) }
      lower = GammaStatistics(sample, mean: moments.mean, value: { $0 }, distance: distance)
      upper = GammaStatistics(sample, mean: complement.mean, value: { 1 - $0 }, distance: { -distance($0) })
      let variance = isLow ? moments.variance(.maximumLikelihood) : complement.variance(.maximumLikelihood)
      spread = variance / lower.mean / upper.mean
    }

    public var parameters: [Parameter] { [.alpha, .beta] }
    public var sampleSize: Double { lower.weight }
    /// The mean of log x.
    public var meanLog: Double { lower.meanLog }
    /// The mean of log(1 - x).
    public var meanLogOfComplement: Double { upper.meanLog }

    /// The sample's mean less the distribution's α / (α + β), from the end that is nearer.
    private func excess(_ alpha: Double, _ beta: Double) -> Double {
      let total = alpha + beta
      return lower.mean <= upper.mean ? lower.mean - alpha / total : beta / total - upper.mean
    }

    /// Infinite at infinite parameters where all observations are the same.
    public func logLikelihood(at point: [Double]) -> Double {
      let (alpha, beta) = (point[0], point[1])
      guard alpha > 0, beta > 0 else { return -.infinity }
      guard alpha < .infinity, beta < .infinity else {
        return alpha == beta && lower.logRatio == 0 ? .infinity : -.infinity
      }
      let total = alpha + beta
      let excess = excess(alpha, beta)
      let ofLower = Double.remainderOfLog(onePlus: excess * total / alpha) + lower.logRatio
      let ofUpper = Double.remainderOfLog(onePlus: -excess * total / beta) + upper.logRatio
      let stirling = 0.5 * (.log(alpha) + .log(beta / total)) - .halfLogTwoPi
        - .stirlingRemainder(alpha) - .stirlingRemainder(beta) + .stirlingRemainder(total)
      return sampleSize * (stirling - alpha * ofLower - beta * ofUpper - lower.meanLog - upper.meanLog)
    }

    public func score(at point: [Double]) -> [Double] {
      let (alpha, beta) = (point[0], point[1])
      let total = alpha + beta
      let excess = excess(alpha, beta)
      let common = Double.digammaRemainder(total)
      let ofAlpha = Double.log(onePlus: excess * total / alpha) - lower.logRatio + .digammaRemainder(alpha) - common
      let ofBeta = Double.log(onePlus: -excess * total / beta) - upper.logRatio + .digammaRemainder(beta) - common
      return [sampleSize * ofAlpha, sampleSize * ofBeta]
    }

    /// n times ψ'(α) - ψ'(α + β), -ψ'(α + β) and ψ'(β) - ψ'(α + β).
    public func observedInformation(at point: [Double]) -> Matrix {
      let common = Double.trigamma(point[0] + point[1])
      let cross = -sampleSize * common
      return [
        [sampleSize * (.trigamma(point[0]) - common), cross], [cross, sampleSize * (.trigamma(point[1]) - common)],
      ]
    }

    /// The same as the observed one, which does not depend on the sample.
    public func expectedInformation(at point: [Double]) -> Matrix { observedInformation(at: point) }

    public func distribution(at point: [Double]) throws(LearningError) -> Beta {
      try Beta(alpha: point[0], beta: point[1])
    }

    /// By Newton's method from the estimates by moments.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      guard lower.logRatio > 0 else {
        return .boundary(
          [.infinity, .infinity],
          because: "all observations are the same; the likelihood grows without bound with alpha and beta.")
      }
      // α + β = 1/spread - 1, held above zero where rounding makes the spread 1.
      let total = max(1 / spread - 1, 1e-3)
      return try NewtonAscent(self).maximum(from: [lower.mean * total, upper.mean * total])
    }
  }
}
