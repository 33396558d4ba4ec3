import Learning
import LinearAlgebra

/// Gives the categories of columns of text, or of anything else that has an order, the codes 0, 1, 2, ...
///
///     let table = try CSVReader(textColumns: ["town", "fuel"], missingValues: .replace()).read(path: "cars.csv")
///     let towns = try OrdinalEncoder(missing: "").fit(columns: table.textColumns)
///     towns.categories                        // [["Bonn", "Kiel"], ["diesel", "petrol"]]
///     let codes = try towns.codes(for: table.textColumns)       // n x 2, NaN where the text is missing
///     let x = table.features.appendingColumns(codes)
///
/// The categories of a column are its distinct values in ascending order; the code of one is its place among them.
/// Codes are numbers, but their order means nothing unless that of the categories does: an ``Imputer`` with
/// ``Imputer/Strategy/mostFrequent`` and a ``OneHotEncoder`` make features of them. It is no transformer, since what it
/// takes is no matrix.
///
/// - Complexity: fit O(n log K) comparisons for each column, codes likewise.
public struct OrdinalEncoder<Category: ClassLabel & Codable>: Hashable, Sendable, Codable {
  /// What becomes of a category that was not there in the fit.
  public enum Unknown: Hashable, Sendable {
    /// An error that names its place.
    case refused
    /// A code of its own, such as -1, which is none of the fitted ones.
    case code(Double)
    /// NaN, as for a category that is missing.
    case missing
  }

  /// What becomes of a category that was not there in the fit; refused by default.
  public var unknown: Unknown
  /// What stands where a category is missing, as the empty text does in ``CSVTable``: it is no category, and becomes
  /// NaN. Nil, by default, for nothing.
  public var missing: Category?

  public init(unknown: Unknown = .refused, missing: Category? = nil) {
    self.unknown = unknown
    self.missing = missing
  }

  /// Finds the categories of each column.
  ///
  /// - Parameter columns: d of them, each with one category for each of n rows.
  /// - Throws: `.empty`, `.countMismatch` where columns are of different lengths, `.columnWithoutValues` where all of a
  ///   column are missing, `.invalidOption` where the code for unknown categories is that of a fitted one, or infinite.
  public func fit(columns: [[Category]]) throws(LearningError) -> Model {
    let rowCount = columns.first?.count ?? 0
    guard rowCount > 0 else { throw .empty(rowCount: rowCount, columnCount: columns.count) }
    try Self.requireEqualCounts(columns)
    var categories: [[Category]] = []
    for (j, column) in columns.enumerated() {
      let distinct = Set(column).subtracting(missing.map { [$0] } ?? []).sorted()
      guard !distinct.isEmpty else { throw .columnWithoutValues(j) }
      categories.append(distinct)
    }
    try requireCode(beside: categories.map(\.count).max() ?? 0)
    return Model(categories: categories, unknown: unknown, missing: missing)
  }

  static func requireEqualCounts(_ columns: [[Category]]) throws(LearningError) {
    let rowCount = columns.first?.count ?? 0
    if let column = columns.first(where: { $0.count != rowCount }) {
      throw .countMismatch(.features, count: column.count, rowCount: rowCount)
    }
  }

  private func requireCode(beside categoryCount: Int) throws(LearningError) {
    guard case .code(let code) = unknown else { return }
    let isTaken = Int(exactly: code).map { (0..<categoryCount).contains($0) } ?? false
    guard code.isFinite, !isTaken else {
      throw .invalidOption(
        name: "unknown", value: "code(\(code))",
        allowed: "a finite number that is no category's code, which are 0 to \(categoryCount - 1); take -1, or "
          + ".missing for NaN")
    }
  }
}

extension OrdinalEncoder.Unknown: Codable {}
