public import Learning
public import LinearAlgebra
internal import RealModule

extension Weibull: LikelihoodFamily {
  /// The likelihood of a Weibull sample.
  ///
  ///     l(k, λ) = n (log k - log λ) + (k - 1) Σ v - Σ exp(k v),  v = log(x / λ)
  ///
  /// It has one maximum unless all observations are the same.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case shape, scale

      public var domain: ParameterDomain { .positive }
    }

    private let sample: WeightedObservations

    /// - Throws: as every likelihood of real observations; zeros, too, are outside the support here, because the
    ///   density there is infinite for shapes below 1 and zero for those above.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      sample = try WeightedObservations(
        observations, weights: weights, of: Weibull.self, support: "numbers above 0") { $0 > 0 }
    }

    public var parameters: [Parameter] { [.shape, .scale] }
    public var sampleSize: Double { sample.totalWeight }

    /// log(x / λ), to full relative precision where the two are close: a large shape multiplies its error.
    private static func logRatio(_ x: Double, _ scale: Double) -> Double {
      let excess = (x - scale) / scale
      return abs(excess) < 0.5 ? .log(onePlus: excess) : .log(x) - .log(scale)
    }

    /// Infinite at an infinite shape where all observations equal the scale.
    public func logLikelihood(at point: [Double]) -> Double {
      let (shape, scale) = (point[0], point[1])
      guard shape > 0, scale > 0, scale < .infinity else { return -.infinity }
      guard shape < .infinity else { return sample.commonValue == scale ? .infinity : -.infinity }
      let sum = sample.sum { x in
        let v = Self.logRatio(x, scale)
        return (shape - 1) * v - .exp(shape * v)
      }
      return sampleSize * (.log(shape) - .log(scale)) + sum
    }

    public func score(at point: [Double]) -> [Double] {
      let (shape, scale) = (point[0], point[1])
      var (ofShape, excess) = (0.0, 0.0)
      sample.forEach { x, weight in
        let v = Self.logRatio(x, scale)
        let beyond = Double.expMinusOne(shape * v)
        ofShape += weight * (1 / shape - v * beyond)
        excess += weight * beyond
      }
      return [ofShape, excess * shape / scale]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (shape, scale) = (point[0], point[1])
      var (ofShape, cross, ofScale) = (0.0, 0.0, 0.0)
      sample.forEach { x, weight in
        let v = Self.logRatio(x, scale)
        let hazard = Double.exp(shape * v)
        let beyond = Double.expMinusOne(shape * v)
        ofShape += weight * (1 / (shape * shape) + v * v * hazard)
        cross -= weight * (beyond + shape * v * hazard)
        ofScale += weight * (shape * hazard + beyond)
      }
      return [[ofShape, cross / scale], [cross / scale, ofScale * shape / (scale * scale)]]
    }

    /// n times (π²/6 + (1 - γ)²) / k², -(1 - γ) / λ and k² / λ².
    public func expectedInformation(at point: [Double]) -> Matrix {
      let (shape, scale) = (point[0], point[1])
      let oneLessEulerGamma = 0.42278433509846713940
      let ofShape = sampleSize * (.pi * .pi / 6 + oneLessEulerGamma * oneLessEulerGamma) / (shape * shape)
      let cross = -sampleSize * oneLessEulerGamma / scale
      return [[ofShape, cross], [cross, sampleSize * (shape / scale) * (shape / scale)]]
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Weibull {
      try Weibull(shape: point[0], scale: point[1])
    }

    /// By Newton's method from the shape that the logarithms' standard deviation gives, π / (k √6) of the distribution.
    public func maximum() throws(LearningError) -> LikelihoodMaximum {
      if let value = sample.commonValue {
        return .boundary(
          [.infinity, value],
          because: "all observations are the same; the likelihood grows without bound with the shape.")
      }
      let origin = sample.values[0]
      let mean = sample.mean { Self.logRatio($0, origin) }
      let variance = sample.mean { x in
        let distance = Self.logRatio(x, origin) - mean
        return distance * distance
      }
      let shape = Double.pi / (6 * variance).squareRoot()
      return try NewtonAscent(self).maximum(from: maximum(fixing: 0, near: [shape, origin]))
    }

    /// The scale is the power mean of the observations whose exponent is the shape; the shape takes Newton's method.
    public func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double] {
      guard index == 0, point[0] < .infinity else {
        return try NewtonAscent(self, fixing: index).maximum(from: point).point
      }
      let (shape, largest) = (point[0], sample.values.reduce(0, max))
      let mean = sample.mean { .exp(shape * Self.logRatio($0, largest)) }
      return [shape, largest * .exp(.log(mean) / shape)]
    }
  }
}
