public import Learning
public import Stats
internal import LinearAlgebra

/// Two cross-validations of the same splits compared by one metric, fold by fold.
public struct ScoreComparison: Hashable, Sendable {
  /// The first one's scores less the second one's. Where lower is better, a negative mean speaks for the first.
  public let difference: ScoreEstimate

  /// The corrected paired t-test of whether both have the same score: t = mean / (s √(1/J + n₂/n₁)) of the differences,
  /// with J - 1 degrees of freedom. A difference that is the same in all folds, but not 0, gives an infinite t.
  ///
  /// Source: Nadeau and Bengio, Inference for the generalization error, Machine Learning 52, 2003,
  /// doi:10.1023/A:1024068626366.
  public let test: HypothesisTest

  /// - Throws: `.undefined` for a single fold, and where a score is infinite.
  init(_ first: ScoreEstimate, _ second: ScoreEstimate) throws(LearningError) {
    for estimate in [first, second] { try estimate.requireSpread(for: "comparison by the \(first.name)") }
    difference = ScoreEstimate(
      name: first.name, direction: first.direction, values: zip(first.values, second.values).map { $0 - $1 },
      testToTrainingRatio: first.testToTrainingRatio)
    // Nothing over nothing is no evidence of a difference.
    let statistic = difference.mean == 0 ? 0 : difference.mean / difference.correctedStandardError
    let distribution = try StudentT(degreesOfFreedom: difference.degreesOfFreedom)
    test = HypothesisTest(
      name: "paired t, corrected for resampling", statistic: statistic,
      degreesOfFreedom: difference.degreesOfFreedom, pValue: 2 * distribution.survival(statistic.magnitude))
  }

  /// The interval for the difference that belongs to the test; see ``ScoreEstimate/correctedInterval(_:)``.
  ///
  /// - Throws: `.invalidOption` unless `level` is between 0 and 1.
  public func interval(_ level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    try difference.correctedInterval(level)
  }
}

extension ScoreComparison: CustomStringConvertible {
  /// "log loss, first less second: -0.0102, [-0.0311, 0.0107]; paired t, corrected for resampling: …"
  public var description: String {
    let bounds = (try? interval()).map { ", \($0)" } ?? ""
    return "\(difference.name), first less second: \(difference.mean.formatted(digits: 4))\(bounds); \(test)"
  }
}
