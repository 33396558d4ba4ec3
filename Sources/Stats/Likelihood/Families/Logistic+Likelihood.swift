public import Learning
public import LinearAlgebra
internal import RealModule

extension Logistic: LikelihoodFamily {
  /// The likelihood of a logistic sample.
  ///
  ///     l(μ, s) = -n log s - Σ (|z| + 2 log(1 + exp(-|z|))),  z = (x - μ) / s
  ///
  /// It has one maximum: in μ/s and 1/s it is concave.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case location, scale

      public var domain: ParameterDomain { self == .location ? .real : .positive }
    }

    private let sample: WeightedObservations

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      sample = try WeightedObservations(observations, weights: weights, of: Logistic.self)
    }

    public var parameters: [Parameter] { [.location, .scale] }
    public var sampleSize: Double { sample.totalWeight }

    /// Infinite at scale 0 where all observations equal the location.
    public func logLikelihood(at point: [Double]) -> Double {
      let (location, scale) = (point[0], point[1])
      guard scale >= 0 else { return -.infinity }
      guard scale > 0 else { return sample.commonValue == location ? .infinity : -.infinity }
      let distances = sample.sum { x in
        let distance = abs((x - location) / scale)
        return distance + 2 * .log(onePlus: .exp(-distance))
      }
      return -sampleSize * .log(scale) - distances
    }

    public func score(at point: [Double]) -> [Double] {
      let (location, scale) = (point[0], point[1])
      var (slope, growth) = (0.0, 0.0)
      sample.forEach { x, weight in
        let z = (x - location) / scale
        let t = Double.tanh(z / 2)
        slope += weight * t
        growth += weight * (z * t - 1)
      }
      return [slope / scale, growth / scale]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (location, scale) = (point[0], point[1])
      var (ofLocation, cross, ofScale) = (0.0, 0.0, 0.0)
      sample.forEach { x, weight in
        let z = (x - location) / scale
        let t = Double.tanh(z / 2)
        // The slope of t, twice the density.
        let slope = (1 - t) * (1 + t) / 2
        ofLocation += weight * slope
        cross += weight * (t + z * slope)
        ofScale += weight * (z * (2 * t + z * slope) - 1)
      }
      return [[ofLocation, cross], [cross, ofScale]] / (scale * scale)
    }

    /// n / (3s²) and n (3 + π²) / (9s²) on the diagonal.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let unit = sampleSize / (point[1] * point[1])
      return .diagonal([unit / 3, unit * (3 + .pi * .pi) / 9])
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Logistic {
      try Logistic(location: point[0], scale: point[1])
    }

    /// By Newton's method from the median and the mean distance from it, which is 2 s log 2 of the distribution.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      if let value = sample.commonValue {
        return .boundary(
          [value, 0],
          because: "all observations are the same; the likelihood grows without bound as the scale falls to 0.")
      }
      let median = sample.median
      let scale = sample.mean { abs($0 - median) } / (2 * .log(2))
      return try NewtonAscent(self).maximum(from: [median, scale])
    }
  }
}
