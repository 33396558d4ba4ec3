public import Learning

/// A robust estimate of the location of a sample: the value from which the observations are least far away, where far
/// ones are charged less than their square.
///
///     let fit = try MEstimator().fit(speeds)
///     fit.location
///     fit.standardError
///     fit.robustnessWeights       // 1 for most, less for outliers
///
/// It minimises Σ w ρ((x - μ) / s) over μ, with the loss ρ and a scale s that is robust too. Both must be: a standard
/// deviation is blown up by the outliers that it is to reveal.
public struct MEstimator: Hashable, Sendable, Codable {
  /// Where the scale comes from.
  public enum Scale: Hashable, Sendable, Codable {
    /// The median absolute deviation, made consistent for the standard deviation of a normal sample. It resists
    /// outliers up to half of the sample. As `huber` of R's MASS.
    case medianAbsoluteDeviation
    /// Huber's Proposal 2, with Huber's loss only: location and scale together solve Σ w ψ(r) = 0 and
    /// Σ w ψ(r)² = (n - 1) E ψ(Z)², Z standard normal. As `hubers` of R's MASS and `Huber` of statsmodels; more
    /// efficient than the median absolute deviation, and less resistant.
    case proposal2
    /// A scale that is known, in the unit of the sample.
    case fixed(Double)
  }

  public var loss: RobustLoss
  public var scale: Scale
  /// The fit stops when the weighted sum of ψ is at most this times that of |ψ| (and, in Proposal 2, when the scale's
  /// equation holds to this too); 1e-12 by default, about what rounding allows.
  public var tolerance: Double
  /// The most iterations, 500 by default. Most samples need less than 50.
  public var iterationLimit: Int

  /// Huber's loss with 95 % efficiency, and the median absolute deviation, unless asked otherwise.
  public init(
    loss: RobustLoss = .huber(), scale: Scale = .medianAbsoluteDeviation, tolerance: Double = 1e-12,
    iterationLimit: Int = 500
  ) {
    self.loss = loss
    self.scale = scale
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  /// What was estimated.
  public struct Model: Hashable, Sendable, Codable {
    public let location: Double
    /// The scale that residuals were measured in, in the unit of the sample.
    public let scale: Double
    /// s K √(Σ w ψ² / (n - 1)) / (√n ψ̄'), where ψ̄' is the mean of ψ'(r) and K = 1 + var ψ'(r) / (n ψ̄'²) corrects it
    /// for the size of the sample; nil where n is no more than 1 or all residuals are where ψ does not rise.
    ///
    /// Source: P. J. Huber, Robust Statistics, Wiley, 1981, section 7.6; as the covariance H1 of statsmodels' `RLM`.
    public let standardError: Double?
    /// ψ(r) / r for each observation: from 1 at the centre to 0 for one that does not count.
    public let robustnessWeights: [Double]
    public let report: FitReport

    /// The location ± z standard errors.
    ///
    /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
    ///   ``LearningError/undefined(_:reason:)`` where there is no standard error.
    public func interval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
      try requireLevel(level)
      guard let standardError else {
        throw .undefined("interval of the location", reason: "the sample gives no standard error")
      }
      let reach = try Normal.standard.upperQuantile((1 - level) / 2) * standardError
      return IntervalEstimate(lower: location - reach, upper: location + reach, level: level)
    }
  }
}

extension MEstimator {
  /// Estimates the location, from the median on, by weighted means.
  ///
  /// - Parameters:
  ///   - x: the sample.
  ///   - weights: one for each value, zero or positive, as if one of weight 3 stood there three times; nil for ones.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``,
  ///   ``LearningError/tooFewSamples(found:needed:purpose:)`` without values,
  ///   ``LearningError/valueNotFinite(_:row:value:)``, what is wrong with the weights,
  ///   ``LearningError/undefined(_:reason:)`` where so many values are equal that there is no scale, or none is near
  ///   the median, ``LearningError/linearAlgebra(_:)`` with `.overflow` where distances do,
  ///   ``LearningError/cancelled``.
  /// - Complexity: O(n) an iteration.
  public func fit(_ x: some Collection<Double>, weights: [Double]? = nil) throws(LearningError) -> Model {
    try requireOptions()
    let sample = try RobustSample(x, weights: weights, purpose: "an M-estimate of location")
    // Residuals are taken from the median, not from zero: their rounding is then that of distances, however far away
    // the sample is.
    let center = sample.median()
    let distances = RobustSample(values: sample.values.map { $0 - center }, weights: sample.weights)
    guard distances.values.allSatisfy(\.isFinite) else {
      throw .linearAlgebra(.overflow(operation: "distance from the median"))
    }
    let start = try startScale(distances, center: center)
    let solution = try LocationIteration(
      loss: loss, distances: distances, adaptsScale: scale == .proposal2, tolerance: tolerance,
      iterationLimit: iterationLimit
    ).run(fromScale: start)
    return Model(
      location: center + solution.shift, scale: solution.scale, standardError: solution.standardError,
      robustnessWeights: x.map { loss.weight(($0 - center - solution.shift) / solution.scale) },
      report: solution.report)
  }

  private func requireOptions() throws(LearningError) {
    try loss.requireValid()
    if case .fixed(let value) = scale {
      guard value > 0, value.isFinite else {
        throw .invalidOption(name: "scale", value: "\(scale)", allowed: "a finite number above zero")
      }
    }
    if scale == .proposal2 {
      guard case .huber = loss else {
        throw .invalidOption(name: "scale", value: "proposal2", allowed: "another one: Proposal 2 is for Huber's loss")
      }
    }
    guard tolerance >= 0 else {
      throw .invalidOption(name: "tolerance", value: "\(tolerance)", allowed: "zero or positive")
    }
    guard iterationLimit >= 1 else {
      throw .invalidOption(name: "iterationLimit", value: "\(iterationLimit)", allowed: "at least 1")
    }
  }

  /// The scale that is kept, or that Proposal 2 starts at.
  private func startScale(_ distances: RobustSample, center: Double) throws(LearningError) -> Double {
    if case .fixed(let value) = scale { return value }
    let deviation = distances.medianAbsoluteDeviation(about: 0) * RobustSample.normalConsistency
    guard deviation.isFinite else { throw .linearAlgebra(.overflow(operation: "distance from the median")) }
    guard scale == .proposal2 else {
      guard deviation > 0 else {
        throw .undefined(
          "scale", reason: "more than half of the observations are \(center), so that the median absolute deviation is "
            + "0; give a fixed scale, or use Proposal 2")
      }
      return deviation
    }
    let moments = try SampleMoments(of: distances.values, weights: distances.weights, upTo: .second)
    guard moments.weight > 1 else {
      throw .undefined("scale", reason: "the observations' weights sum to \(moments.weight); more than 1 is needed")
    }
    let apart = moments.weight - distances.weight(at: 0)
    let k = loss.constant
    // As the scale falls to zero, all values that are not at the median reach ψ = ±k; where even so the sum of ψ² is
    // too small, no scale solves the equation.
    guard k * k * apart > (moments.weight - 1) * RobustLoss.huberSecondMoment(k) else {
      throw .undefined("scale", reason: "too many of the observations are \(center) for Proposal 2; give a fixed scale")
    }
    return deviation > 0 ? deviation : moments.standardDeviation()
  }
}

extension RobustSample {
  /// The weight of the values that equal one.
  fileprivate func weight(at value: Double) -> Double {
    values.indices.reduce(0) { $0 + (values[$1] == value ? weights?[$1] ?? 1 : 0) }
  }
}
