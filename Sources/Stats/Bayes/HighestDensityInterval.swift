public import Learning

extension ContinuousDistribution {
  /// The shortest interval that holds a probability: every value in it has a higher density than any outside.
  ///
  ///     let rate = try Gamma(shape: 2, scale: 1).highestDensityInterval()
  ///     rate.lower          // 0.0423…; the central interval begins at 0.242
  ///
  /// For densities with one peak. Where the density only falls, or only rises, the interval begins or ends with the
  /// support. Of several that are as short, as those of a uniform distribution, it is the lowest. It depends on how the
  /// variable is measured: the interval of a variance is not the square of that of the standard deviation.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where the density rises to both ends of the support.
  /// - Complexity: some tens of quantiles.
  public func highestDensityInterval(_ level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    let outside = 1 - level
    // The interval that leaves a probability below it, and how much higher the density is at its lower end.
    func interval(above below: Double) throws(LearningError) -> IntervalEstimate {
      IntervalEstimate(lower: try quantile(below), upper: try upperQuantile(outside - below), level: level)
    }
    func rise(_ below: Double) throws(LearningError) -> Double {
      let interval = try interval(above: below)
      return logDensity(interval.lower) - logDensity(interval.upper)
    }
    let (first, last) = (try rise(0), try rise(outside))
    if first > 0 && last < 0 {
      throw .undefined("highest-density interval of the \(self)", reason: "its density has peaks at both ends")
    }
    if first >= 0 { return try interval(above: 0) }
    if last <= 0 { return try interval(above: outside) }
    return try interval(above: root(of: rise, between: 0, and: outside))
  }
}
