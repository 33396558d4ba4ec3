public import Learning
public import Stats

/// The area under the ROC curve, and how exactly a sample tells it, by DeLong's method.
///
///     let estimate = try ROCAreaEstimate(of: scores, labels: y.map { $0 == "ill" })
///     estimate.area                           // what rocAUC(of:labels:) gives
///     try estimate.interval()                 // 95 %
///
/// Nothing is assumed of the scores' distributions. There are no weights: a variance needs the number of rows that were
/// observed, which weights do not tell.
///
/// Source: DeLong, DeLong and Clarke-Pearson, Comparing the areas under two or more correlated receiver operating
/// characteristic curves: a nonparametric approach, Biometrics 44(3), 1988, doi:10.2307/2531595.
public struct ROCAreaEstimate: Hashable, Sendable {
  /// The area: the share of pairs in the right order.
  public let area: Double
  /// The variance of the area from sample to sample; 0 where all true rows are above all false ones, or below.
  public let variance: Double

  /// Estimates the area of the rows that these are a sample of.
  ///
  /// - Parameters:
  ///   - scores: n finite numbers, higher where a model thinks it more probable that the label is true.
  ///   - labels: n of them, two true and two false at least.
  /// - Throws: `.tooFewSamples`, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly`.
  /// - Complexity: O(n log n).
  public init(of scores: [Double], labels: [Bool]) throws(LearningError) {
    let estimate = try DeLong("the variance of an area", of: [scores], labels: labels)
    (area, variance) = (estimate.areas[0], estimate.covariance[0][0])
  }

  public var standardError: Double { variance.squareRoot() }

  /// The interval area ± z · standard error, cut at 0 and 1. It is too short for few rows and areas close to 1.
  ///
  /// - Throws: `.invalidOption` unless `level` is between 0 and 1.
  public func interval(_ level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    guard level > 0, level < 1 else {
      throw .invalidOption(name: "level", value: "\(level)", allowed: "between 0 and 1")
    }
    let margin = try Normal(mean: 0, standardDeviation: 1).upperQuantile((1 - level) / 2) * standardError
    return IntervalEstimate(lower: max(0, area - margin), upper: min(1, area + margin), level: level)
  }
}

/// DeLong's test of whether two scores of the same rows have the same area under the ROC curve.
///
///     try deLongTest(of: lasso, and: ridge, labels: ill)    // DeLong: statistic 1.93, p = 0.054
///
/// The statistic is the difference of the areas over its standard error, where what both scores find in the same rows
/// does not count as evidence; compared with the standard normal distribution, a limit for many rows.
///
/// - Parameters:
///   - first: n finite scores.
///   - second: n others, of the same rows.
///   - labels: n of them, two true and two false at least.
///   - alternative: `.greater` where the first area is greater. Two-sided by default.
/// - Throws: `.tooFewSamples`, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly`, `.undefined` where the difference
///   has no variance: both place every row the same, or each class's rows at equal distances.
/// - Complexity: O(n log n).
///
/// Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44(3), 1988, doi:10.2307/2531595.
public func deLongTest(
  of first: [Double], and second: [Double], labels: [Bool], alternative: Alternative = .twoSided
) throws(LearningError) -> HypothesisTest {
  let estimate = try DeLong("DeLong's test", of: [first, second], labels: labels)
  let covariance = estimate.covariance
  let (sum, common) = (covariance[0][0] + covariance[1][1], 2 * covariance[0][1])
  // What is left of the sum by rounding is no variance.
  guard sum - common > 1e-13 * sum else {
    throw .undefined(
      "DeLong test of these scores", reason: "the difference of their areas does not vary; compare scores that order "
        + "the rows differently")
  }
  let statistic = (estimate.areas[0] - estimate.areas[1]) / (sum - common).squareRoot()
  let normal = try Normal(mean: 0, standardDeviation: 1)
  let pValue =
    switch alternative {
    case .twoSided: 2 * normal.survival(abs(statistic))
    case .greater: normal.survival(statistic)
    case .less: normal.cumulative(statistic)
    }
  return HypothesisTest(name: "DeLong", statistic: statistic, pValue: pValue)
}
