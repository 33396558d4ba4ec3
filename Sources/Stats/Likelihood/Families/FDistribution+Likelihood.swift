public import Learning
public import LinearAlgebra
internal import RealModule

extension FDistribution: LikelihoodFamily {
  /// The likelihood of an F sample.
  ///
  ///     l(a, b) = n (a/2 log a + b/2 log b - log B(a/2, b/2)) + (a/2 - 1) Σ log x - (a + b)/2 Σ log(b + a x)
  ///
  /// For samples that are less spread than any F distribution it grows on as the degrees of freedom do.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case numerator = "numerator degrees of freedom"
      case denominator = "denominator degrees of freedom"

      public var domain: ParameterDomain { .positive }
    }

    private let sample: WeightedObservations

    /// - Throws: as every likelihood of real observations; zeros, too, are outside the support here, because the
    ///   density there is infinite or zero for all but two degrees of freedom.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      sample = try WeightedObservations(
        observations, weights: weights, of: FDistribution.self, support: "numbers above 0") { $0 > 0 }
    }

    public var parameters: [Parameter] { [.numerator, .denominator] }
    public var sampleSize: Double { sample.totalWeight }

    public func logLikelihood(at point: [Double]) -> Double {
      let (a, b) = (point[0], point[1])
      guard a > 0, b > 0, a < .infinity, b < .infinity else { return -.infinity }
      // By shares u = ax / (b + ax), so that no large logarithms cancel.
      return sample.sum { x in
        let odds = a * x / b
        return 0.5 * a * (.log(odds) - .log(onePlus: odds)) - 0.5 * b * .log(onePlus: odds) - .log(x)
      } - sampleSize * .logBeta(0.5 * a, 0.5 * b)
    }

    public func score(at point: [Double]) -> [Double] {
      let (a, b) = (point[0], point[1])
      let common = Double.digamma(0.5 * (a + b))
      var result = [0.0, 0.0]
      sample.forEach { x, weight in
        let odds = a * x / b
        let share = odds / (1 + odds)
        // (b u' - a (1 - u')) / 2 is what the sample's share differs from its mean by; 1 - u without cancellation.
        let difference = 0.5 * (b * share - a / (1 + odds))
        let ofNumerator = 0.5 * (common - .digamma(0.5 * a) + .log(odds) - .log(onePlus: odds))
        let ofDenominator = 0.5 * (common - .digamma(0.5 * b) - .log(onePlus: odds))
        result[0] += weight * (ofNumerator - difference / a)
        result[1] += weight * (ofDenominator + difference / b)
      }
      return result
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (a, b) = (point[0], point[1])
      let total = a + b
      let common = 0.25 * Double.trigamma(0.5 * total)
      var (ofNumerator, cross, ofDenominator) = (0.0, 0.0, 0.0)
      sample.forEach { x, weight in
        let odds = a * x / b
        let (share, rest) = (odds / (1 + odds), 1 / (1 + odds))
        ofNumerator += weight * (share - 0.5 * total * share * share / a) / a
        cross += weight * 0.5 * (share / a + rest / b - total * share * rest / (a * b))
        ofDenominator += weight * (rest - 0.5 * total * rest * rest / b) / b
      }
      ofNumerator += sampleSize * (0.25 * .trigamma(0.5 * a) - common - 0.5 / a)
      ofDenominator += sampleSize * (0.25 * .trigamma(0.5 * b) - common - 0.5 / b)
      cross -= sampleSize * common
      return [[ofNumerator, cross], [cross, ofDenominator]]
    }

    /// The observed information with the means of u, u² and u (1 - u), where u = ax / (b + ax) has a beta distribution.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let (a, b) = (point[0], point[1])
      let total = a + b
      let common = 0.25 * Double.trigamma(0.5 * total)
      let ofNumerator = 0.25 * .trigamma(0.5 * a) - common - 0.5 / a + 1 / total - 0.5 * (a + 2) / (a * (total + 2))
      let ofDenominator = 0.25 * .trigamma(0.5 * b) - common - 0.5 / b + 1 / total - 0.5 * (b + 2) / (b * (total + 2))
      let cross = 1 / total - 0.5 / (total + 2) - common
      return sampleSize * [[ofNumerator, cross], [cross, ofDenominator]] as Matrix
    }

    public func distribution(at point: [Double]) throws(LearningError) -> FDistribution {
      try FDistribution(numerator: point[0], denominator: point[1])
    }

    /// By Newton's method from ten degrees of freedom each.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      let result = try NewtonAscent(self).maximum(from: [10, 10]) { $0[0] < Self.limit && $0[1] < Self.limit }
      guard result.point.allSatisfy({ $0 < Self.limit }) else {
        return .boundary(
          result.point.map { $0 < Self.limit ? $0 : .infinity },
          because: "the sample is less spread than any F distribution with these degrees of freedom; the likelihood "
            + "grows on with them.")
      }
      return result
    }

    /// Degrees of freedom beyond which the likelihood cannot tell them from infinity.
    private static var limit: Double { 1e7 }
  }
}
