public import Learning

/// The mean without the smallest and largest values, and how far it is to be trusted.
///
///     let middle = try TrimmedMean(of: speeds, trim: 0.1)
///     middle.mean
///     middle.standardError
///     try middle.interval()
///
/// Of n values, g = ⌊n · trim⌋ at either end are left out, as SciPy's `trim_mean` and R's `mean(trim =)` do.
///
/// The standard error is Tukey's and McLaughlin's: of √(S / (h (h - 1))), with S the sum of squares of the Winsorized
/// sample, in which the values left out are replaced by the nearest kept, and h = n - 2g. The ratio of the mean's error
/// to it is nearly Student's t on h - 1 degrees of freedom: Yuen's test stands on it.
///
/// Source: J. W. Tukey and D. H. McLaughlin, Less vulnerable confidence and significance procedures for location based
/// on a single sample: Trimming/Winsorization 1, Sankhyā A 25(3), 1963, jstor.org/stable/25049278.
public struct TrimmedMean: Hashable, Sendable {
  /// The mean of the values kept.
  public let mean: Double
  /// The mean of the Winsorized sample.
  public let winsorizedMean: Double
  /// Σ (y - m)² / (n - 1) of the Winsorized sample; NaN with one value.
  public let winsorizedVariance: Double
  /// How many values were left out at either end, g.
  public let trimmedCount: Int
  /// How many were kept, h.
  public let keptCount: Int

  /// - Parameters:
  ///   - x: the sample.
  ///   - trim: the share of values to leave out at either end, from 0 to less than 1/2. A share of 0.29 of 100 values
  ///     is 29, though their product as numbers is a little less.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` with another share,
  ///   ``LearningError/tooFewSamples(found:needed:purpose:)`` without values,
  ///   ``LearningError/valueNotFinite(_:row:value:)``, ``LearningError/linearAlgebra(_:)`` with `.overflow` where a sum
  ///   does.
  /// - Complexity: O(n) expected.
  public init(of x: some Collection<Double>, trim: Double) throws(LearningError) {
    guard trim >= 0 && trim < 0.5 else {
      throw .invalidOption(
        name: "trim", value: "\(trim)", allowed: "from 0 to less than 0.5; 0.1 leaves out a tenth at either end")
    }
    var values = try RobustSample(x, purpose: "a trimmed mean").values
    let n = values.count
    trimmedCount = min(Int(Double(n) * trim * (1 + 1e-12)), (n - 1) / 2)
    keptCount = n - 2 * trimmedCount
    let kept = trimmedCount..<(n - trimmedCount)
    let lowest = values.select(kept.lowerBound)
    let highest = values.select(kept.upperBound - 1, in: kept.lowerBound..<n)
    let middle = try SampleMoments(of: values[kept], upTo: .second)
    mean = middle.mean
    var winsorized = middle
    if trimmedCount > 0 {
      try winsorized.add(lowest, weight: Double(trimmedCount))
      try winsorized.add(highest, weight: Double(trimmedCount))
    }
    winsorizedMean = winsorized.mean
    winsorizedVariance = winsorized.variance()
  }

  /// The standard error of the mean; nil where only one value was kept.
  public var standardError: Double? {
    degreesOfFreedom.map { freedom in
      let n = Double(keptCount + 2 * trimmedCount)
      return (winsorizedVariance * (n - 1) / (Double(keptCount) * freedom)).squareRoot()
    }
  }

  /// h - 1, those of Student's t for the mean's error over ``standardError``; nil where that is.
  public var degreesOfFreedom: Double? { keptCount > 1 ? Double(keptCount - 1) : nil }

  /// The mean, and either side as many standard errors as Student's t asks for.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1,
  ///   ``LearningError/undefined(_:reason:)`` where only one value was kept.
  public func interval(level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try requireLevel(level)
    guard let degreesOfFreedom, let standardError else {
      throw .undefined("interval of the trimmed mean", reason: "only one value was kept")
    }
    let reach = try StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile((1 - level) / 2) * standardError
    return IntervalEstimate(lower: mean - reach, upper: mean + reach, level: level)
  }
}

extension Collection<Double> {
  /// The mean without a share of the values at either end; see ``TrimmedMean``, which has its standard error too.
  ///
  /// - Throws: as ``TrimmedMean/init(of:trim:)``.
  /// - Complexity: O(n) expected.
  public func trimmedMean(_ trim: Double) throws(LearningError) -> Double {
    try TrimmedMean(of: self, trim: trim).mean
  }
}
