import Learning
import LinearAlgebra
import Stats

/// Fills in missing values, which are NaN, with what is usual in their column.
///
///     let table = try CSVReader(missingValues: .replace()).read(path: "patients.csv")
///     let model = try Imputer(.median, indicators: .forColumnsWithMissing).fit(table.features)
///     model.values                            // the median of each column
///     try model.transform(table.features)     // no NaN; and a column of 0 and 1 for each column that had one
///
/// That a value is missing may itself tell something. The indicators, appended to the right, keep it: 1 where the value
/// was missing, 0 where it was there.
///
/// Infinite values are no missing values, and are refused.
///
/// - Complexity: fit O(n d), by the most frequent value O(n log n) for each column; transform O(n d).
public struct Imputer: DeterministicTransformerEstimator, Hashable, Codable {
  /// What a missing value is replaced with.
  public enum Strategy: Hashable, Sendable, Codable {
    /// The mean of the column's values.
    case mean
    /// Their median, half way between the two middle ones where there are two.
    case median
    /// The value of the largest weight, the smallest of several; for codes of categories.
    case mostFrequent
    /// The same number everywhere; the only one that a column without values can be filled with.
    case constant(Double)
  }

  /// The columns that get a column of their own which says where they had no value.
  public enum Indicators: Hashable, Sendable, Codable {
    /// None of them.
    case none
    /// Those that had missing values in the rows of the fit that count.
    case forColumnsWithMissing
    /// All of them, whatever the rows of the fit hold.
    case forAllColumns
  }

  /// What a missing value is replaced with; the mean by default.
  public var strategy: Strategy
  /// The columns whose missing values are marked; none by default.
  public var indicators: Indicators

  public init(_ strategy: Strategy = .mean, indicators: Indicators = .none) {
    self.strategy = strategy
    self.indicators = indicators
  }

  public var traits: EstimatorTraits { [.deterministic, .acceptsMissingValues] }

  /// - Parameter x: n x d; NaN where a value is missing.
  /// - Throws: `.empty`, `.notFinite` with the first infinite feature, what is wrong with the weights,
  ///   `.columnWithoutValues` where there is nothing to take a mean of, `.invalidOption` for a constant that is not
  ///   finite.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    if case .constant(let value) = strategy, !value.isFinite {
      throw .invalidOption(name: "strategy", value: "constant(\(value))", allowed: "a finite constant")
    }
    let rows = try CheckedRows(x, weights: weights, allowsMissing: true)
    let columns = try parallelMap(x.columnCount) { j throws(LearningError) in
      try filling(ofColumn: j, rows)
    }
    let marked = columns.indices.filter { j in
      switch indicators {
      case .none: false
      case .forColumnsWithMissing: columns[j].hasMissing
      case .forAllColumns: true
      }
    }
    return Model(
      values: columns.map(\.value), indicatorColumns: marked,
      report: FitReport(method: "\(strategy.title) of the columns"))
  }

  private func filling(
    ofColumn j: Int, _ rows: CheckedRows
  ) throws(LearningError) -> (value: Double, hasMissing: Bool) {
    let column = rows.x.column(j)
    let present = column.indices.filter { !column[$0].isNaN }
    let hasMissing = present.count < column.count
    if case .constant(let value) = strategy { return (value, hasMissing) }
    guard !present.isEmpty else { throw .columnWithoutValues(j) }
    let values = present.map { column[$0] }
    let weights = rows.weights.map { weights in present.map { weights[$0] } }
    return (try strategy.value(of: values, weights: weights), hasMissing)
  }
}

extension Imputer.Strategy {
  /// "mean", for reports.
  fileprivate var title: String {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .mostFrequent: "most frequent value"
    case .constant(let value): "constant \(value) in each"
    }
  }

  /// What stands for the missing values of a column.
  ///
  /// - Parameter values: finite, at least one.
  fileprivate func value(of values: [Double], weights: [Double]?) throws(LearningError) -> Double {
    switch self {
    case .mean:
      let column = try LearningError.wrapping { () throws(LinearAlgebraError) in
        try Matrix(rowCount: values.count, columnCount: 1, elements: values)
      }
      return try ColumnSpread(of: column, weights: weights).mean[0]
    case .median: return try values.median(weights: weights)
    case .mostFrequent: return Self.mostFrequent(values, weights: weights)
    case .constant(let value): return value
    }
  }

  private static func mostFrequent(_ values: [Double], weights: [Double]?) -> Double {
    let counts = CategoryWeights(values, weights: weights)
    let largest = counts.weights.indices.max { counts.weights[$0] < counts.weights[$1] } ?? 0
    // The first of several: counts may differ by rounding only where weights are not whole.
    let first = counts.weights.firstIndex { $0 >= counts.weights[largest] * (1 - 1e-12) } ?? largest
    return counts.values[first]
  }
}
