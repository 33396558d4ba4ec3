import Learning
import LinearAlgebra

/// Gives every column median zero and a distance of one between two of its quantiles, the quartiles by default.
///
///     let model = try RobustScaler().fit(training)
///     model.center                            // the medians
///     model.scale                             // the interquartile ranges
///
/// z = (x - median) / (Q(upper) - Q(lower)). Up to a quarter of the rows may be outliers without moving the scale far,
/// up to half without moving the centre. Quantiles are those of ``Learning/QuantileMethod/linear``, and
/// a row of weight 3 counts as three equal rows.
///
/// Where both quantiles are equal, up to rounding, as in a column that is zero in three quarters of the rows, the scale
/// is 1, and the report says so.
///
/// - Complexity: fit O(n log n) for each column, transform O(n d).
///
/// Source of the quantiles with weights that are not whole numbers: Akinshin, Weighted quantile estimators, 2023,
/// arXiv:2304.07265, with the sum of the weights for the sample size.
public struct RobustScaler: DeterministicTransformerEstimator, Hashable, Codable {
  public typealias Model = ColumnScaler

  /// The probability of the lower quantile; a quarter by default.
  public var lower: Double
  /// The probability of the upper quantile; three quarters by default.
  public var upper: Double
  /// Whether the medians are subtracted; true by default.
  public var centers: Bool
  /// Whether columns are divided by the distance of the quantiles; true by default.
  public var scales: Bool

  public init(lower: Double = 0.25, upper: Double = 0.75, centers: Bool = true, scales: Bool = true) {
    self.lower = lower
    self.upper = upper
    self.centers = centers
    self.scales = scales
  }

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights, `.invalidOption` unless 0 <= lower < upper <= 1,
  ///   `.linearAlgebra(.overflow)` where the distance of two quantiles is beyond the largest number.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> ColumnScaler {
    try requireOptions()
    let rows = try CheckedRows(x, weights: weights)
    let quantiles = parallelMap(x.columnCount) { j in
      let column = SortedColumn(rows.x.column(j), weights: rows.weights)
      return (
        lower: column.quantile(lower), median: column.quantile(0.5), upper: column.quantile(upper)
      )
    }
    let ranges = quantiles.map { $0.upper - $0.lower }
    guard !scales || ranges.allSatisfy(\.isFinite) else {
      throw .linearAlgebra(.overflow(operation: "distance of two quantiles"))
    }
    return ColumnScaler(
      center: centers ? quantiles.map(\.median) : nil, spread: scales ? ranges : nil,
      magnitude: quantiles.map { max(abs($0.lower), abs($0.upper)) }, method: "column medians and quantile ranges")
  }

  private func requireOptions() throws(LearningError) {
    guard lower >= 0, lower < 1 else {
      throw .invalidOption(name: "lower", value: "\(lower)", allowed: "a probability, from 0 to below 1")
    }
    guard upper > lower, upper <= 1 else {
      throw .invalidOption(name: "upper", value: "\(upper)", allowed: "a probability, above lower (\(lower)), at most 1")
    }
  }
}
