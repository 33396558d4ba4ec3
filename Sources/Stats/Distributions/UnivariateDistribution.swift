public import Learning
internal import RealModule

/// A distribution on the line: cumulative probabilities, quantiles and moments.
///
/// Both tails have functions of their own, because one less a small probability is not that probability any more:
/// `survival(x)` is accurate where `1 - cumulative(x)` would be zero, and `upperQuantile(1e-300)` has no other name.
public protocol UnivariateDistribution: Distribution where Value: Comparable & Hashable {
  /// The values that it can give, its ends included where it has them; `Int.min` and `Int.max` stand for no end.
  var support: ClosedRange<Value> { get }

  /// The mean; NaN where it does not exist, infinite where the integral diverges. So are the other moments.
  var mean: Double { get }
  var variance: Double { get }
  /// The third central moment over the variance's power of 3/2.
  var skewness: Double { get }
  /// The fourth central moment over the square of the variance, less the normal distribution's 3.
  var excessKurtosis: Double { get }

  /// P(X ≤ x), to full relative precision also where it is tiny.
  func cumulative(_ x: Value) -> Double
  /// P(X > x), to full relative precision also where it is tiny.
  func survival(_ x: Value) -> Double
  /// log P(X ≤ x). Where the distribution has no formula for it, that of ``cumulative(_:)``, so -∞ where that is zero.
  func logCumulative(_ x: Value) -> Double
  /// log P(X > x), as ``logCumulative(_:)``.
  func logSurvival(_ x: Value) -> Double

  /// The smallest x with P(X ≤ x) ≥ `probability`. A quantile is an end of the support at 0 and at 1.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `probability` is from 0 to 1, for a discrete
  ///   distribution without an upper end also at 1.
  func quantile(_ probability: Double) throws(LearningError) -> Value
  /// The smallest x with P(X > x) ≤ `probability`: the quantile of 1 - `probability`.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `probability` is from 0 to 1, for a discrete
  ///   distribution without an upper end also at 0.
  func upperQuantile(_ probability: Double) throws(LearningError) -> Value
}

extension UnivariateDistribution {
  public func logCumulative(_ x: Value) -> Double {
    let below = cumulative(x)
    return below < 0.5 ? .log(below) : .log(onePlus: -survival(x))
  }

  public func logSurvival(_ x: Value) -> Double {
    let above = survival(x)
    return above < 0.5 ? .log(above) : .log(onePlus: -cumulative(x))
  }

  public var standardDeviation: Double { variance.squareRoot() }

  /// The quantile of 1/2.
  public var median: Value { get throws(LearningError) { try quantile(0.5) } }

  /// The values between the quantiles of (1 - `level`) / 2 on either side.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func centralInterval(_ level: Double = 0.95) throws(LearningError) -> ClosedRange<Value> {
    try requireLevel(level)
    let tail = (1 - level) / 2
    return try quantile(tail)...upperQuantile(tail)
  }
}
