import Learning
import LinearAlgebra

/// Makes a column of 0 and 1 of each category of each column of codes.
///
///     let model = try OneHotEncoder(drop: .ifBinary).fit([[0, 10], [1, 20], [0, 30]])
///     model.categories                        // [[0, 1], [10, 20, 30]]
///     try model.transform([[1, 20]])          // [[1, 0, 1, 0]]
///
/// The categories of a column are its distinct values in ascending order, and so are the columns made of it; a column
/// for the infrequent ones, where there is one, comes last. An ``OrdinalEncoder`` makes codes of text.
///
/// - Complexity: fit O(n log n) for each column; transform O(n d log K + n outputs).
public struct OneHotEncoder: DeterministicTransformerEstimator, Hashable, Codable {
  /// What becomes of a value that was not there in the fit.
  public enum Unknown: Hashable, Sendable, Codable {
    /// An error that names its place.
    case refused
    /// Zeros in all columns made of its column: with one of them dropped, the same as the dropped category.
    case allZeros
    /// As an infrequent category; zeros where the column has none.
    case infrequent
  }

  /// Which category gets no column, because the others tell it: zeros in all of them.
  ///
  /// Without it the columns made of one column sum to 1. A model with an intercept then has no unique coefficients
  /// unless they are penalised.
  public enum Drop: Hashable, Sendable, Codable {
    /// None.
    case none
    /// The first of every column.
    case first
    /// The first of the columns that have two categories, one of which may be the infrequent ones together.
    case ifBinary
  }

  /// What becomes of a value that was not there in the fit; refused by default.
  public var unknown: Unknown
  /// Which category gets no column; none by default.
  public var drop: Drop
  /// The categories of less weight than this share one column, the infrequent ones; 0 by default, for none. Without
  /// weights it is a number of rows.
  public var minimumCount: Double

  public init(unknown: Unknown = .refused, drop: Drop = .none, minimumCount: Double = 0) {
    self.unknown = unknown
    self.drop = drop
    self.minimumCount = minimumCount
  }

  /// - Parameter x: n x d codes of categories.
  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights, `.invalidOption` for a minimum that is negative
  ///   or not finite, `.undefined` where every column holds one category, which is dropped.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    guard minimumCount >= 0, minimumCount.isFinite else {
      throw .invalidOption(name: "minimumCount", value: "\(minimumCount)", allowed: "finite, and zero or positive")
    }
    let rows = try CheckedRows(x, weights: weights)
    let columns = parallelMap(x.columnCount) { j in
      let counts = CategoryWeights(Array(rows.x.column(j)), weights: rows.weights)
      return OneHotColumn(
        categories: counts.values, isInfrequent: counts.weights.map { $0 < minimumCount }, drop: drop)
    }
    guard columns.contains(where: { $0.outputCount > 0 }) else {
      throw .undefined(
        "column to make", reason: "every column holds one category, which is dropped; choose drop: .none")
    }
    return Model(columns: columns, unknown: unknown, report: FitReport(method: "distinct values of the columns"))
  }
}
