public import Learning
public import Stats

/// McNemar's test of whether two classifiers are right equally often, judged by the same rows.
///
/// Only the rows count on which one is right and the other wrong: if both are as good, the first is the right one in
/// half of them.
public enum McNemarTest {
  /// The exact test: the number of rows that only the first is right on is binomial with probability ½.
  ///
  ///     try McNemarTest.exact(of: tree.predict(x), and: forest.predict(x), labels: y)
  ///
  /// The statistic is the smaller number of the two; p is twice the probability of as few or fewer, 1 at most.
  ///
  /// - Parameters:
  ///   - first: what one model said of n rows.
  ///   - second: what the other said of them.
  ///   - labels: what they are.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`.
  /// - Complexity: O(n).
  ///
  /// Source: McNemar, Psychometrika 12(2), 1947, doi:10.1007/BF02295996; Dietterich, Neural Computation 10(7), 1998,
  /// doi:10.1162/089976698300017197.
  public static func exact<Label: Equatable>(
    of first: [Label], and second: [Label], labels: [Label]
  ) throws(LearningError) -> HypothesisTest {
    let (onlyFirst, onlySecond) = try discordant(first, second, labels)
    let smaller = min(onlyFirst, onlySecond)
    let binomial = try Binomial(trials: onlyFirst + onlySecond, probability: 0.5)
    return HypothesisTest(
      name: "McNemar, exact", statistic: Double(smaller), pValue: min(1, 2 * binomial.cumulative(smaller)))
  }

  /// The test by its limit for many rows: (|b - c| - 1)² / (b + c) on one degree of freedom, where b and c rows are
  /// those that only the first and only the second is right on.
  ///
  /// - Parameter continuityCorrection: whether 1 is taken from the difference, as it is by default; never to below 0.
  ///   The other parameters, and what is thrown, are those of ``exact(of:and:labels:)``. Where no row tells the two
  ///   apart, the statistic is 0 and p is 1.
  /// - Complexity: O(n).
  public static func chiSquared<Label: Equatable>(
    of first: [Label], and second: [Label], labels: [Label], continuityCorrection: Bool = true
  ) throws(LearningError) -> HypothesisTest {
    let (onlyFirst, onlySecond) = try discordant(first, second, labels)
    let difference = max(0, Double(abs(onlyFirst - onlySecond)) - (continuityCorrection ? 1 : 0))
    let statistic = difference * difference / Double(max(1, onlyFirst + onlySecond))
    return try HypothesisTest(
      name: "McNemar, chi-squared", statistic: statistic, degreesOfFreedom: 1,
      pValue: ChiSquared(degreesOfFreedom: 1).survival(statistic))
  }

  /// How many rows only the first, and only the second, is right on.
  private static func discordant<Label: Equatable>(
    _ first: [Label], _ second: [Label], _ labels: [Label]
  ) throws(LearningError) -> (onlyFirst: Int, onlySecond: Int) {
    for predictions in [first, second] {
      _ = try JudgedRows("McNemar's test", count: predictions.count, labelCount: labels.count, weights: nil)
    }
    var (onlyFirst, onlySecond) = (0, 0)
    for (row, label) in labels.enumerated() {
      switch (first[row] == label, second[row] == label) {
      case (true, false): onlyFirst += 1
      case (false, true): onlySecond += 1
      default: break
      }
    }
    return (onlyFirst, onlySecond)
  }
}
