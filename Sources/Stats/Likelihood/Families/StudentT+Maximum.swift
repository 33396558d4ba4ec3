public import Learning
internal import RealModule

extension StudentT.Likelihood {
  /// A maximum of the likelihood: from the median and the median distance from it by steps of the EM algorithm at 1, 2,
  /// 4, ... 64 degrees of freedom, then from the best of these by Newton's method for all parameters at once. As a
  /// function of the location the likelihood can have several maxima where degrees of freedom are few; this is the one
  /// that the median leads to.
  ///
  /// Two boundaries are looked for. In samples with lighter tails than the normal distribution's the likelihood grows
  /// with the degrees of freedom up to that of the normal distribution, whose mean and standard deviation are then the
  /// estimates. And where a share s of the observations have one value the likelihood has no bound at fewer than
  /// s / (1 - s) degrees of freedom, as the scale falls to 0 there: so it is at degrees of freedom that are given.
  /// Where they are estimated they could always be so few; what is returned is then a maximum at more of them, unless
  /// half of the observations are the same or there is none.
  ///
  /// Sources: C. Liu and D. B. Rubin, ML estimation of the t distribution using EM and its extensions, ECM and ECME,
  /// Statistica Sinica 5, 1995; J. T. Kent, D. E. Tyler and Y. Vardi, A curious likelihood identity for the
  /// multivariate t-distribution, Communications in Statistics - Simulation 23(2), 1994,
  /// doi:10.1080/03610919408813180, for the scale step; C. Fernández and M. F. J. Steel, Multivariate Student-t
  /// regression models: pitfalls and inference, Biometrika 86(1), 1999, doi:10.1093/biomet/86.1.153, for likelihoods
  /// without bound.
  public func maximum() throws(LearningError) -> LikelihoodMaximum {
    switch degreesOfFreedom {
    case .fixed(let nu):
      if nu < singularity { return collapsed }
      let start = expectationMaximization(from: robustStart, degreesOfFreedom: nu)
      return try NewtonAscent(self).maximum(from: [start.location, start.scale])
    case .estimated:
      if singularity >= 1 { return collapsed }
      let limit = try normalLimit()
      guard let start = start(beyond: limit) else { return boundary(limit) }
      let result = try NewtonAscent(self).maximum(from: start, while: isInside)
      if result.point[2] <= singularity { return collapsed }
      let isBetter = logLikelihood(at: result.point) > logLikelihood(at: limit.point)
      return isBetter && isInside(result.point) ? result : boundary(limit)
    }
  }

  /// With the degrees of freedom estimated, the better of Newton's maximum and the normal limit. At degrees of freedom
  /// so few that the likelihood has no bound there is no maximum: they are left out by an infinite scale, where it is
  /// zero.
  public func maximum(fixing index: Int, near point: [Double]) throws(LearningError) -> [Double] {
    guard degreesOfFreedom == .estimated else {
      return try NewtonAscent(self, fixing: index).maximum(from: point).point
    }
    var limit = try normalLimit().point
    if index == 2 {
      if point[2] == .infinity { return limit }
      if point[2] <= singularity { return [point[0], .infinity, point[2]] }
      return try NewtonAscent(self, fixing: index).maximum(from: point).point
    }
    limit[index] = point[index]
    if index == 0 { limit[1] = sample.mean { ($0 - point[0]) * ($0 - point[0]) }.squareRoot() }
    let start = point[2] < .infinity ? point : [limit[0], limit[1], 32]
    let best = try NewtonAscent(self, fixing: index).maximum(from: start, while: isInside).point
    return best[2] > singularity && logLikelihood(at: best) > logLikelihood(at: limit) ? best : limit
  }

  /// Whether the likelihood has a bound with so many degrees of freedom, and they can be told from infinity: at a
  /// million the log-likelihood of one observation differs from the normal distribution's by about 1e-6.
  private func isInside(_ point: [Double]) -> Bool { point[2] > singularity && point[2] < 1e6 }

  /// The degrees of freedom below which the likelihood has no bound.
  private var singularity: Double {
    let others = sampleSize - tie.weight
    return others > 0 ? tie.weight / others : .infinity
  }

  private struct LocationAndScale {
    var location, scale: Double
  }

  /// The median and the median distance from it, as a standard deviation; the mean distance where that is zero.
  private var robustStart: LocationAndScale {
    let location = sample.median
    let distance = sample.robust.medianAbsoluteDeviation(about: location)
    return LocationAndScale(
      location: location,
      scale: distance > 0 ? distance * RobustSample.normalConsistency : sample.mean { abs($0 - location) })
  }

  /// Some steps of the EM algorithm in the form whose scale step divides by the sum of weights.
  private func expectationMaximization(
    from start: LocationAndScale, degreesOfFreedom nu: Double
  ) -> LocationAndScale {
    var (location, scale) = (start.location, start.scale)
    for _ in 0..<20 {
      let pull = { (x: Double) -> Double in
        let z = (x - location) / scale
        return 1 / (nu + z * z)
      }
      let total = sample.sum(pull)
      let center = location + sample.sum { pull($0) * ($0 - location) } / total
      let square = sample.sum { pull($0) * ($0 - center) * ($0 - center) } / total
      guard center.isFinite, square > 0, square < .infinity else { break }
      (location, scale) = (center, square.squareRoot())
    }
    return LocationAndScale(location: location, scale: scale)
  }

  /// The best of the steps' ends at several degrees of freedom; nil where the normal limit is better and the sample's
  /// tails are no heavier than its.
  private func start(beyond limit: NormalLimit) -> [Double]? {
    var current = robustStart
    var best: [Double] = []
    var bestValue = -Double.infinity
    for exponent in 0...6 {
      let nu = Double(1 << exponent)
      current = expectationMaximization(from: current, degreesOfFreedom: nu)
      let point = [current.location, current.scale, nu]
      let value = logLikelihood(at: point)
      if value > bestValue { (best, bestValue) = (point, value) }
    }
    if bestValue > logLikelihood(at: limit.point) { return best }
    // The slope of the log-likelihood in 1/ν at the limit is n/4 times the excess kurtosis, which is 6 / (ν - 4).
    return limit.excessKurtosis > 0 ? [limit.point[0], limit.point[1], 4 + 6 / limit.excessKurtosis] : nil
  }

  private struct NormalLimit {
    var point: [Double]
    var excessKurtosis: Double
  }

  private func normalLimit() throws(LearningError) -> NormalLimit {
    let moments = try SampleMoments(of: sample.values, weights: sample.weights)
    return NormalLimit(
      point: [moments.mean, moments.standardDeviation(.maximumLikelihood), .infinity],
      excessKurtosis: moments.excessKurtosis())
  }

  private func boundary(_ limit: NormalLimit) -> LikelihoodMaximum {
    .boundary(
      limit.point,
      because: "the tails of the sample are no heavier than the normal distribution's; the likelihood grows with the "
        + "degrees of freedom, up to that of the normal distribution.")
  }

  private var collapsed: LikelihoodMaximum {
    let degrees = singularity < .infinity ? "below \(singularity) degrees of freedom" : "at any degrees of freedom"
    let reason = "so many observations are \(tie.value) that \(degrees) the likelihood grows without bound as the "
      + "scale falls to 0 there."
    return .boundary(degreesOfFreedom == .estimated ? [tie.value, 0, 0] : [tie.value, 0], because: reason)
  }
}
