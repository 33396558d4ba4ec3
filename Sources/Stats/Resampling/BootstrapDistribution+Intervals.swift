public import Learning

extension BootstrapDistribution {
  /// How an interval is made of the replicates.
  public enum Interval: String, Hashable, Sendable, Codable, CaseIterable {
    /// The quantiles of the replicates. Simple; too narrow for small samples.
    case percentile
    /// The estimate's distances to those quantiles, turned round: 2 t - q.
    case basic
    /// The estimate less its bias, and as many standard errors as the normal distribution says.
    case normal
    /// The quantiles at levels corrected for bias and acceleration: second-order accurate.
    ///
    /// Source: Efron, Better bootstrap confidence intervals, Journal of the American Statistical Association 82(397),
    /// 1987, doi:10.1080/01621459.1987.10478410.
    case bca
  }

  /// A confidence interval.
  ///
  /// Quantiles are those of ``Learning/QuantileMethod/linear``, as in SciPy; R's boot interpolates on the normal scale.
  ///
  /// - Parameters:
  ///   - kind: BCa by default.
  ///   - level: 0.95 by default.
  /// - Throws: `.invalidOption` unless `level` is between 0 and 1; `.undefined` for BCa where there is no acceleration
  ///   or all replicates are on one side of the estimate; `.tooFewSamples` where fewer than two replicates are numbers.
  public func interval(
    _ kind: Interval = .bca, level: Double = 0.95
  ) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    guard replicates.count >= 2 else {
      throw .tooFewSamples(found: replicates.count, needed: 2, purpose: "a bootstrap interval")
    }
    let tail = (1 - level) / 2
    let ends: (lower: Double, upper: Double)
    switch kind {
    case .percentile:
      ends = quantiles(tail, 1 - tail)
    case .basic:
      let quantiles = quantiles(tail, 1 - tail)
      ends = (2 * estimate - quantiles.upper, 2 * estimate - quantiles.lower)
    case .normal:
      let margin = try Normal.standard.upperQuantile(tail) * standardError
      ends = (estimate - bias - margin, estimate - bias + margin)
    case .bca:
      let levels = try correctedLevels(tail)
      ends = quantiles(levels.lower, levels.upper)
    }
    return IntervalEstimate(lower: ends.lower, upper: ends.upper, level: level)
  }

  private func quantiles(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
    let sorted = replicates.sorted()
    let method = QuantileMethod.linear
    return (method.quantile(lower, ofSorted: sorted), method.quantile(upper, ofSorted: sorted))
  }

  /// Φ(z₀ + (z₀ ± z) / (1 - a (z₀ ± z))), z₀ being the normal quantile of the share of replicates below the estimate,
  /// equal ones counted half.
  private func correctedLevels(_ tail: Double) throws(LearningError) -> (lower: Double, upper: Double) {
    guard let acceleration else {
      throw .undefined("BCa interval", reason: "the bootstrap has no acceleration; ask for another kind")
    }
    let below = replicates.count { $0 < estimate }, atMost = replicates.count { $0 <= estimate }
    let share = Double(below + atMost) / Double(2 * replicates.count)
    guard share > 0, share < 1 else {
      throw .undefined(
        "BCa interval", reason: "all replicates are on one side of the estimate; ask for another kind")
    }
    let correction = try Normal.standard.quantile(share)
    let margin = try Normal.standard.upperQuantile(tail)
    func level(_ z: Double) -> Double {
      let shifted = correction + z
      return Normal.standard.cumulative(correction + shifted / (1 - acceleration * shifted))
    }
    return (level(-margin), level(margin))
  }
}
