public import Learning

/// The influence function of an estimate at a distribution: the effect on the estimate, per unit of contamination, of
/// an infinitesimal share of observations at x.
///
///     IF(x) = lim (T((1 - ε) F + ε δₓ) - T(F)) / ε,  ε → 0
///
///     let influence = try InfluenceFunction(of: .mEstimator(.huber(), scale: 1), at: Normal.standard)
///     influence(5)                            // 1.637…
///     influence.grossErrorSensitivity         // the same: no observation does more
///     influence.asymptoticVariance            // 1.0526: 95 % efficiency
///
/// Source: F. R. Hampel, The influence curve and its role in robust estimation, JASA 69(346), 1974,
/// doi:10.1080/01621459.1974.10482962.
public struct InfluenceFunction: Hashable, Sendable {
  /// What is estimated.
  public enum Functional: Hashable, Sendable, Codable {
    case mean
    case standardDeviation
    case median
    /// The mean without this share, from 0 to less than 1/2, at either end.
    case trimmedMean(Double)
    /// The location of least E ρ((X - T) / s), the one that weighted means lead to from the median, with a scale s that
    /// is known. Where F is symmetric and s a scale estimate's value at F, it is also the influence function with that
    /// scale estimated.
    case mEstimator(RobustLoss, scale: Double)
  }

  private enum Form: Hashable, Sendable {
    case linear
    case square(standardDeviation: Double)
    case sign(height: Double)
    case clipped(ClosedRange<Double>, center: Double, factor: Double)
    case influence(RobustLoss, scale: Double, slope: Double)
  }

  public let functional: Functional
  /// T(F).
  public let value: Double
  /// E IF(X)², which over n is the variance of the estimate in large samples. Infinite where it diverges.
  public let asymptoticVariance: Double
  private let form: Form
  /// The distribution's mean, or T(F).
  private let center: Double

  /// IF(x).
  public func callAsFunction(_ x: Double) -> Double {
    switch form {
    case .linear: x - center
    case .square(let sigma): ((x - center) * (x - center) - sigma * sigma) / (2 * sigma)
    case .sign(let height): x == center ? 0 : x < center ? -height : height
    case .clipped(let range, let winsorizedMean, let factor):
      factor * (min(max(x, range.lowerBound), range.upperBound) - winsorizedMean)
    case .influence(let loss, let scale, let slope): scale * loss.influence((x - center) / scale) / slope
    }
  }

  /// The largest influence that any observation can have, sup |IF|; infinite for an estimate that does not resist.
  public var grossErrorSensitivity: Double {
    switch form {
    case .linear, .square: .infinity
    case .sign(let height): height
    case .clipped(let range, let winsorizedMean, let factor):
      factor * max(range.upperBound - winsorizedMean, winsorizedMean - range.lowerBound)
    case .influence(let loss, let scale, let slope): scale * loss.largestInfluence / slope
    }
  }
}

extension InfluenceFunction {
  /// The influence function of an estimate at a distribution.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` with a share, a scale or a loss's constant outside
  ///   its range, ``LearningError/undefined(_:reason:)`` where the distribution has no such moment, no density at the
  ///   median, or no mass where ψ rises.
  /// - Complexity: a formula for the mean, the standard deviation and the median; some thousand quantiles else.
  public init(
    of functional: Functional, at distribution: some ContinuousDistribution
  ) throws(LearningError) {
    switch functional {
    case .mean: try self.init(meanOf: distribution)
    case .standardDeviation: try self.init(standardDeviationOf: distribution)
    case .median: try self.init(medianOf: distribution)
    case .trimmedMean(0): try self.init(meanOf: distribution, as: functional)
    case .trimmedMean(let share): try self.init(trimming: share, of: distribution)
    case .mEstimator(let loss, let scale): try self.init(loss, scale: scale, at: distribution)
    }
  }

  private init(
    meanOf distribution: some ContinuousDistribution, as functional: Functional = .mean
  ) throws(LearningError) {
    guard distribution.mean.isFinite else {
      throw .undefined("influence function of the mean", reason: "the mean of the \(distribution) is not finite")
    }
    self.functional = functional
    value = distribution.mean
    asymptoticVariance = distribution.variance
    form = .linear
    center = value
  }

  private init(standardDeviationOf distribution: some ContinuousDistribution) throws(LearningError) {
    guard distribution.variance.isFinite else {
      throw .undefined(
        "influence function of the standard deviation", reason: "the variance of the \(distribution) is not finite")
    }
    functional = .standardDeviation
    value = distribution.standardDeviation
    asymptoticVariance = distribution.variance * (distribution.excessKurtosis + 2) / 4
    form = .square(standardDeviation: value)
    center = distribution.mean
  }

  private init(medianOf distribution: some ContinuousDistribution) throws(LearningError) {
    functional = .median
    value = try distribution.median
    let density = distribution.density(value)
    guard density > 0 else {
      throw .undefined(
        "influence function of the median", reason: "the density of the \(distribution) is 0 at its median")
    }
    asymptoticVariance = 1 / (4 * density * density)
    form = .sign(height: 1 / (2 * density))
    center = value
  }

  private init(trimming share: Double, of distribution: some ContinuousDistribution) throws(LearningError) {
    guard share > 0 && share < 0.5 else {
      throw .invalidOption(name: "trimmedMean", value: "\(share)", allowed: "from 0 to less than 0.5")
    }
    let range = try distribution.quantile(share)...distribution.upperQuantile(share)
    let corners = [range.lowerBound, range.upperBound]
    let winsorizedMean = try distribution.expectation(corners: corners) {
      min(max($0, range.lowerBound), range.upperBound)
    }
    let factor = 1 / (1 - 2 * share)
    functional = .trimmedMean(share)
    value = factor * (winsorizedMean - share * (range.lowerBound + range.upperBound))
    form = .clipped(range, center: winsorizedMean, factor: factor)
    asymptoticVariance = try distribution.expectation(corners: corners) { x in
      let influence = factor * (min(max(x, range.lowerBound), range.upperBound) - winsorizedMean)
      return influence * influence
    }
    center = value
  }

  private init(
    _ loss: RobustLoss, scale: Double, at distribution: some ContinuousDistribution
  ) throws(LearningError) {
    try loss.requireValid()
    guard scale > 0 && scale.isFinite else {
      throw .invalidOption(name: "scale", value: "\(scale)", allowed: "a finite number above zero")
    }
    let population = ScaledPopulation(loss: loss, scale: scale, distribution: distribution)
    let location = try population.location()
    let slope = try population.expectation(at: location, of: loss.influenceSlope)
    guard slope > 0 else {
      throw .undefined(
        "influence function of the M-estimate", reason: "the \(distribution) has no mass where its influence rises")
    }
    functional = .mEstimator(loss, scale: scale)
    value = location
    form = .influence(loss, scale: scale, slope: slope)
    let square = try population.expectation(at: location) { loss.influence($0) * loss.influence($0) }
    asymptoticVariance = scale * scale * square / (slope * slope)
    center = location
  }
}

/// A distribution as an M-estimator sees it.
private struct ScaledPopulation<Distribution: ContinuousDistribution> {
  let loss: RobustLoss
  let scale: Double
  let distribution: Distribution

  /// E g((X - T) / s), for a g that has its corners where ψ has.
  func expectation(at location: Double, of g: (Double) -> Double) throws(LearningError) -> Double {
    let corners = loss.corner.map { [location - $0 * scale, location + $0 * scale] } ?? []
    return try distribution.expectation(corners: corners) { g(($0 - location) / scale) }
  }

  /// The root of E ψ((X - T) / s) that weighted means lead to from the median.
  func location() throws(LearningError) -> Double {
    var location = try distribution.median
    for _ in 0..<200 {
      let influence = try expectation(at: location, of: loss.influence)
      let size = try expectation(at: location) { abs(loss.influence($0)) }
      if abs(influence) <= 1e-13 * size { return location }
      location += scale * influence / (try expectation(at: location, of: loss.weight))
    }
    throw .undefined(
      "M-estimate at the \(distribution)", reason: "weighted means from the median on do not settle in 200 steps")
  }
}
