public import Learning
public import LinearAlgebra
internal import RealModule

extension NegativeBinomial: LikelihoodFamily {
  /// The likelihood of counts that vary more than Poisson's, by their mean μ and the size r.
  ///
  ///     l(μ, r) = Σ log Γ(k + r) - log Γ(r) - log k! + r log(r / (r + μ)) + k log(μ / (r + μ))
  ///
  /// The parameters are the mean and the size, and not the probability r / (r + μ), because estimates of these two are
  /// uncorrelated: what is not known of the size does not spoil the mean. The estimate of the size is finite if and
  /// only if the variance of the sample, its sum of squares over n, exceeds its mean; else the Poisson distribution, of
  /// infinite size, is likelier than all of the family. One over the size is what statsmodels calls alpha, and others
  /// dispersion.
  ///
  /// Computed as the Poisson log-probability and what the size adds to it, which vanishes as the size grows.
  public struct Likelihood: CountLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case mean, size
      public var domain: ParameterDomain { .positive }
    }

    public static var support: ClosedRange<Int> { 0...(1 << 52) }

    private let table: FrequencyTable

    public init(_ table: FrequencyTable) throws(LearningError) {
      try Self.requireSupport(table)
      self.table = table
    }

    public var parameters: [Parameter] { [.mean, .size] }
    public var sampleSize: Double { table.totalWeight }

    private func sum(_ term: (Double) -> Double) -> Double {
      zip(table.values, table.weights).reduce(0) { $0 + $1.1 * term(Double($1.0)) }
    }

    /// At an infinite size the Poisson distribution's.
    public func logLikelihood(at point: [Double]) -> Double {
      let (mean, size) = (point[0], point[1])
      guard mean >= 0, size > 0 else { return -.infinity }
      guard mean > 0 else { return table.sum == 0 ? 0 : -.infinity }
      return sum { Self.poissonLogProbability($0, mean: mean) + Self.excess($0, mean: mean, size: size) }
    }

    /// log(μᵏ exp(-μ) / k!), in the form that is zero but for a root where the count is the mean.
    private static func poissonLogProbability(_ k: Double, mean: Double) -> Double {
      guard k > 0 else { return -mean }
      let deviance = mean * Double.deviance(ofOnePlus: (k - mean) / mean)
      return -deviance - .halfLogTwoPi - 0.5 * .log(k) - .stirlingRemainder(k)
    }

    /// What a size adds to Poisson's log-probability: (r + μ) D(e) - log(1 + k/r) / 2 + δ(r + k) - δ(r), where D is the
    /// deviance, 1 + e = (r + k) / (r + μ), and δ the remainder of Stirling's formula.
    private static func excess(_ k: Double, mean: Double, size: Double) -> Double {
      guard size < .infinity else { return 0 }
      guard k > 0 else { return mean - size * .log(onePlus: mean / size) }
      let deviance = (size + mean) * Double.deviance(ofOnePlus: (k - mean) / (size + mean))
      return deviance - 0.5 * .log(onePlus: k / size) + .stirlingRemainder(size + k) - .stirlingRemainder(size)
    }

    public func score(at point: [Double]) -> [Double] {
      let (mean, size) = (point[0], point[1])
      let ofMean = sampleSize * (table.mean - mean) / mean * (size / (size + mean))
      let base = Double.digammaRemainder(size)
      let ofSize = sum { k in
        base - .digammaRemainder(size + k) - Self.remainderOfLogRatio(k, mean: mean, size: size)
      }
      return [ofMean, ofSize]
    }

    /// e - log(1 + e) where 1 + e = (r + k) / (r + μ).
    private static func remainderOfLogRatio(_ k: Double, mean: Double, size: Double) -> Double {
      let excess = (k - mean) / (size + mean)
      // Where 1 + e is near zero it has its digits from the ratio alone.
      return excess > -0.5
        ? .remainderOfLog(onePlus: excess) : excess - .log((size + k) / (size + mean))
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (mean, size) = (point[0], point[1])
      let total = size + mean
      let ofMean = sum { k in k / (mean * mean) - (k + size) / (total * total) }
      let cross = -sampleSize * (table.mean - mean) / (total * total)
      return [[ofMean, cross], [cross, sum { Self.sizeInformation($0, mean: mean, size: size) }]]
    }

    /// Minus the second derivative in the size of one count's log-probability.
    private static func sizeInformation(_ k: Double, mean: Double, size: Double) -> Double {
      let ratio = (k - mean) / (size + mean)
      return .trigammaRemainder(size) - .trigammaRemainder(size + k) - ratio * ratio / (size + k)
    }

    /// n r / (μ (r + μ)) of the mean, no covariance, and of the size the expectation of the observed information,
    /// summed over the counts outwards from the mean until nothing is added.
    ///
    /// - Complexity: some tens of standard deviations, √(μ + μ²/r), terms.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let (mean, size) = (point[0], point[1])
      let ofMean = sampleSize * (size / (size + mean)) / mean
      return .diagonal([ofMean, sampleSize * Self.expectedSizeInformation(mean: mean, size: size)])
    }

    private static func expectedSizeInformation(mean: Double, size: Double) -> Double {
      let start = mean.rounded(.down)
      let logProbability = poissonLogProbability(start, mean: mean) + excess(start, mean: mean, size: size)
      let failure = mean / (size + mean)
      var (sum, weight) = (0.0, 0.0)
      var (k, probability) = (start, Double.exp(logProbability))
      // The information of a count far above the mean grows no faster than the count's square.
      while probability * (1 + k * k) > 1e-18 * weight || k <= start + 1 {
        sum += probability * sizeInformation(k, mean: mean, size: size)
        weight += probability
        probability *= (k + size) / (k + 1) * failure
        k += 1
      }
      (k, probability) = (start, .exp(logProbability))
      while k > 0 {
        probability *= k / ((k - 1 + size) * failure)
        k -= 1
        sum += probability * sizeInformation(k, mean: mean, size: size)
        if probability < 1e-18 * weight && k < mean - 1 { break }
      }
      return sum
    }

    /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` for an infinite size, of which
    ///   the distribution is ``Poisson``.
    public func distribution(at point: [Double]) throws(LearningError) -> NegativeBinomial {
      try NegativeBinomial(mean: point[0], size: point[1])
    }

    /// The sample's mean, and the size by Newton's method from the one that gives the sample's variance.
    ///
    /// Source for when it is finite: B. Levin and J. Reeds, Compound multinomial likelihood functions are unimodal,
    /// Annals of Statistics 5(1), 1977, doi:10.1214/aos/1176343741.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      let mean = table.mean
      guard mean > 0 else {
        return .boundary(
          [0, .infinity], because: "all counts are 0; the mean is estimated as 0, and the size is left open.")
      }
      guard let size = startingSize(at: mean) else {
        return .boundary(
          [mean, .infinity],
          because: "the variance of the counts does not exceed their mean; the likelihood grows with the size, up to "
            + "that of the Poisson distribution.")
      }
      return try NewtonAscent(self).maximum(from: [mean, size])
    }

    /// The mean is the sample's at every size; at every mean the size takes Newton's method, unless it is infinite.
    public func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double] {
      guard index == 0 else { return [table.mean, point[1]] }
      guard let size = startingSize(at: point[0]) else { return [point[0], .infinity] }
      return try NewtonAscent(self, fixing: 0).maximum(from: [point[0], size]).point
    }

    /// The size that gives the mean square of the counts about `mean`; nil where that does not exceed the counts' mean,
    /// and the likelihood grows with the size without end.
    private func startingSize(at mean: Double) -> Double? {
      let surplus = sum { ($0 - mean) * ($0 - mean) - $0 } / sampleSize
      return surplus > 0 ? mean * mean / surplus : nil
    }
  }
}

extension MaximumLikelihood where Function == NegativeBinomial.Likelihood {
  /// One over the size, which is the excess of the variance over the mean in squared means; zero for the Poisson limit.
  public var dispersion: Double { 1 / self[.size] }
}
