import Learning
import LinearAlgebra
import Stats

/// An F test of each column by itself: does its mean differ between classes, or does it go with the target?
///
///     let tests = try UnivariateTests.ofClasses(x, labels: species)
///     tests.statistics        // d
///     tests.pValues           // d, upper tails of the F distribution
///     try PValueAdjustment.holm.adjusted(tests.pValues)
///
/// A column that holds one value only has the statistic 0 and the p-value 1: it says nothing. One that tells classes
/// apart, or gives the target, without any error has the statistic infinity and the p-value 0.
///
/// Weights are frequencies: a row of weight 3 counts as three equal rows, also in the degrees of freedom.
public struct UnivariateTests: Hashable, Sendable {
  /// F of each column.
  public let statistics: [Double]
  public let pValues: [Double]
  /// K - 1 for K classes, 1 for targets.
  public let numeratorDegreesOfFreedom: Double
  /// n - K for K classes, n - 2 for targets; the sum of the weights in place of n.
  public let denominatorDegreesOfFreedom: Double
  /// The columns that hold one value only.
  public let constantColumns: [Int]

  /// - Parameter parts: of each column that varies the explained and the residual sum of squares.
  init(
    columnCount: Int, constantColumns: [Int], numerator: Double, denominator: Double,
    parts: (Int) -> (explained: Double, residual: Double)
  ) throws(LearningError) {
    guard denominator > 0 else {
      throw .undefined(
        "F test of these columns",
        reason: "the samples leave \(denominator.formatted(digits: 6)) degrees of freedom for the residuals; "
          + "more samples are needed")
    }
    let distribution = try FDistribution(numerator: numerator, denominator: denominator)
    let constant = Set(constantColumns)
    var statistics = [Double](repeating: 0, count: columnCount)
    var pValues = [Double](repeating: 1, count: columnCount)
    for column in 0..<columnCount where !constant.contains(column) {
      let (explained, residual) = parts(column)
      let ratio = explained == 0 ? 0 : explained / numerator / (residual / denominator)
      statistics[column] = ratio
      pValues[column] = ratio == .infinity ? 0 : distribution.survival(ratio)
    }
    self.statistics = statistics
    self.pValues = pValues
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator
    self.constantColumns = constantColumns
  }
}
