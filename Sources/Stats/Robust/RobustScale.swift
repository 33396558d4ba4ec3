public import Learning

extension Collection<Double> {
  /// The median absolute deviation: the median distance from the median, times 1.4826 unless asked otherwise.
  ///
  /// That factor, 1/Φ⁻¹(3/4), makes it estimate the standard deviation where the sample is normal, as R's `mad` does by
  /// default; SciPy's `median_abs_deviation` has to be asked for it. Zero where more than half of the values are equal.
  ///
  /// - Parameters:
  ///   - weights: one for each value, zero or positive, as if one of weight 3 stood there three times; nil for ones.
  ///   - normalConsistent: whether to multiply by the factor.
  /// - Throws: as ``median(weights:)``, and ``LearningError/linearAlgebra(_:)`` with `.overflow` where a distance does.
  /// - Complexity: O(n) expected.
  public func medianAbsoluteDeviation(
    weights: [Double]? = nil, normalConsistent: Bool = true
  ) throws(LearningError) -> Double {
    let sample = try RobustSample(self, weights: weights, purpose: "a median absolute deviation")
    let deviation = sample.medianAbsoluteDeviation(about: sample.median())
    let result = normalConsistent ? deviation * RobustSample.normalConsistency : deviation
    guard result.isFinite else { throw .linearAlgebra(.overflow(operation: "distance from the median")) }
    return result
  }

  /// The quantile of a probability, by the definition of R and NumPy unless another is asked for. For many quantiles of
  /// one sample, ``EmpiricalDistribution`` sorts it once.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless the probability is from 0 to 1, else as
  ///   ``median(weights:)``.
  /// - Complexity: O(n log n).
  public func quantile(
    _ probability: Double, by method: QuantileMethod = .linear
  ) throws(LearningError) -> Double {
    try EmpiricalDistribution(Array(self)).quantile(probability, by: method)
  }

  /// The distance from the quantile of 1/4 to that of 3/4, as R's `IQR` and SciPy's `iqr`.
  ///
  /// - Throws: as ``median(weights:)``, and ``LearningError/linearAlgebra(_:)`` with `.overflow` where the distance
  ///   does.
  /// - Complexity: O(n log n).
  public func interquartileRange() throws(LearningError) -> Double {
    let sample = try EmpiricalDistribution(Array(self))
    let range = try sample.quantile(0.75) - sample.quantile(0.25)
    guard range.isFinite else { throw .linearAlgebra(.overflow(operation: "distance of the quartiles")) }
    return range
  }
}

extension RobustSample {
  /// 1/Φ⁻¹(3/4).
  static var normalConsistency: Double { 1.4826022185056018605 }

  /// The median distance from a centre; infinite where that overflows.
  func medianAbsoluteDeviation(about center: Double) -> Double {
    RobustSample(values: values.map { abs($0 - center) }, weights: weights).median()
  }
}
