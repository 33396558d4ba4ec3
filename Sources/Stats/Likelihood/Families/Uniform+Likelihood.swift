public import Learning
public import LinearAlgebra
internal import RealModule

extension Uniform: LikelihoodFamily {
  /// The likelihood of a uniform sample, of which the size and both ends are sufficient.
  ///
  ///     l(a, b) = -n log(b - a) where a and b enclose all observations, else -∞
  ///
  /// The support depends on the parameters, and the theory of maximum likelihood does not hold: at its maximum the
  /// likelihood is not level but jumps to zero, the information is no variance of the score, and there are neither
  /// standard errors nor likelihood-ratio intervals. ``MaximumLikelihood/exactInterval(of:level:)`` needs none of them.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case lower = "lower end"
      case upper = "upper end"

      public var domain: ParameterDomain { .real }
    }

    public let sampleSize: Double
    /// The smallest and the largest observation.
    public let smallest, largest: Double

    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      let moments = try SampleMoments(of: observations, weights: weights, upTo: .second)
      sampleSize = moments.weight
      smallest = moments.minimum
      largest = moments.maximum
    }

    public var parameters: [Parameter] { [.lower, .upper] }
    public static var isRegular: Bool { false }

    /// Infinite where both ends are the one value that all observations have.
    public func logLikelihood(at point: [Double]) -> Double {
      let (lower, upper) = (point[0], point[1])
      return lower <= smallest && largest <= upper ? -sampleSize * .log(upper - lower) : -.infinity
    }

    /// The slopes where both ends enclose the sample: the likelihood falls as either moves outwards.
    public func score(at point: [Double]) -> [Double] {
      let slope = sampleSize / (point[1] - point[0])
      return [slope, -slope]
    }

    /// Minus the second derivatives where both ends enclose the sample: nowhere positive.
    public func observedInformation(at point: [Double]) -> Matrix {
      let width = point[1] - point[0]
      let curvature = sampleSize / (width * width)
      return [[-curvature, curvature], [curvature, -curvature]]
    }

    /// The same as the observed one, which does not depend on the sample; no covariance can be had from it.
    public func expectedInformation(at point: [Double]) -> Matrix { observedInformation(at: point) }

    public func distribution(at point: [Double]) throws(LearningError) -> Uniform {
      try Uniform(lower: point[0], upper: point[1])
    }

    /// The smallest and the largest observation.
    public func maximum() -> LikelihoodMaximum {
      let reason = smallest == largest
        ? "all observations are the same; the likelihood grows without bound as both ends close in on them."
        : "the ends are the smallest and the largest observation, inside the true ones; beyond them the likelihood "
          + "jumps to zero, so that there are no standard errors."
      return .boundary([smallest, largest], because: reason)
    }

    /// The other end at the outermost observation.
    public func maximum(fixing index: Int, near point: [Double]) -> [Double] {
      index == 0 ? [point[0], largest] : [smallest, point[1]]
    }
  }
}

extension MaximumLikelihood where Function == Uniform.Likelihood {
  /// An interval for one end that covers it with exactly the probability `level`, from the outermost observation
  /// outwards.
  ///
  ///     b is in [max, max + r ((1 - level)^(-1/(n - 1)) - 1)],  r = max - min
  ///
  /// The observations cut the interval from a to b into n + 1 spacings that are distributed like independent
  /// exponentials over their sum; (b - max) / r is one of them over the sum of n - 1 others, and exceeds t with
  /// probability (1 + t)^-(n - 1). So does the likelihood ratio of the end, (1 + t)^-n, which gives the same interval.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where all observations are the same.
  public func exactInterval(
    of parameter: Uniform.Likelihood.Parameter, level: Double = 0.95
  ) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    let (minimum, maximum) = (likelihood.smallest, likelihood.largest)
    guard maximum > minimum, sampleSize > 1 else {
      throw .undefined(
        "exact interval of the \(parameter.rawValue)", reason: "it takes two observations that differ")
    }
    let reach = (maximum - minimum) * .expMinusOne(-.log(onePlus: -level) / (sampleSize - 1))
    return switch parameter {
    case .lower: IntervalEstimate(lower: minimum - reach, upper: minimum, level: level)
    case .upper: IntervalEstimate(lower: maximum, upper: maximum + reach, level: level)
    }
  }
}
