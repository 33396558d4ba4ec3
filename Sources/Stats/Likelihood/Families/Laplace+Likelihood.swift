public import Learning
public import LinearAlgebra
internal import RealModule

extension Laplace: LikelihoodFamily {
  /// The likelihood of a Laplace sample.
  ///
  ///     l(μ, b) = -n log(2b) - Σ|x - μ| / b
  ///
  /// As a function of μ it has a kink at every observation and is straight in between: it has no second derivatives
  /// there to speak of. Standard errors are therefore taken from the expected information, and the score at a kink is
  /// the middle of the slopes on either side.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case location, scale

      public var domain: ParameterDomain { self == .location ? .real : .positive }
    }

    private let sample: WeightedObservations

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      sample = try WeightedObservations(observations, weights: weights, of: Laplace.self)
    }

    public var parameters: [Parameter] { [.location, .scale] }
    public var sampleSize: Double { sample.totalWeight }

    /// The observed information about the location is zero wherever it exists.
    public static var standardInformation: Information { .expected }

    private func sumOfDistances(from location: Double) -> Double { sample.sum { abs($0 - location) } }

    /// The weight above the location less that below it.
    private func surplus(above location: Double) -> Double {
      sample.sum { $0 > location ? 1 : $0 < location ? -1 : 0 }
    }

    /// Infinite at scale 0 where all observations equal the location.
    public func logLikelihood(at point: [Double]) -> Double {
      let (location, scale) = (point[0], point[1])
      guard scale >= 0 else { return -.infinity }
      let distances = sumOfDistances(from: location)
      guard scale > 0 else { return distances == 0 ? .infinity : -.infinity }
      return -sampleSize * (.log(2) + .log(scale)) - distances / scale
    }

    public func score(at point: [Double]) -> [Double] {
      let (location, scale) = (point[0], point[1])
      return [
        surplus(above: location) / scale, (sumOfDistances(from: location) / scale - sampleSize) / scale,
      ]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (location, scale) = (point[0], point[1])
      let cross = surplus(above: location) / (scale * scale)
      return [
        [0, cross],
        [cross, (2 * sumOfDistances(from: location) / scale - sampleSize) / (scale * scale)],
      ]
    }

    /// n/b² twice on the diagonal; about the location the variance of the score.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let information = sampleSize / (point[1] * point[1])
      return .diagonal([information, information])
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Laplace {
      try Laplace(location: point[0], scale: point[1])
    }

    /// The median, and the mean distance from it. Where an interval of medians is equally likely it is its middle.
    public func maximum() -> LikelihoodMaximum {
      let median = sample.median
      let point = [median, sumOfDistances(from: median) / sampleSize]
      guard point[1] > 0 else {
        return .boundary(
          point, because: "all observations are the same; the likelihood grows without bound as the scale falls to 0.")
      }
      return .closedForm(point, "median, and mean distance from it")
    }

    /// The median at every scale, the mean distance from every location.
    public func maximum(fixing index: Int, near point: [Double]) -> [Double] {
      index == 0 ? [point[0], sumOfDistances(from: point[0]) / sampleSize] : [sample.median, point[1]]
    }
  }
}
