import Learning
import LinearAlgebra

extension OrdinalEncoder {
  /// Fitted categories and their codes.
  public struct Model: Hashable, Sendable, Codable {
    /// The categories of each column in ascending order: the code of one is its index.
    public let categories: [[Category]]
    /// What becomes of a category that was not there in the fit.
    public let unknown: Unknown
    /// What stands where a category is missing; nil for nothing.
    public let missing: Category?

    enum CodingKeys: String, CodingKey { case categories, unknown, missing }

    init(categories: [[Category]], unknown: Unknown, missing: Category?) {
      self.categories = categories
      self.unknown = unknown
      self.missing = missing
    }

    /// The number of columns that it was fitted on and expects.
    public var columnCount: Int { categories.count }
  }
}

extension OrdinalEncoder.Model {
  /// The code of each category, n x d; NaN where it is missing.
  ///
  /// - Parameter columns: d of them, as in the fit.
  /// - Throws: `.featureCountMismatch` for another number of columns, `.countMismatch` where they are of different
  ///   lengths, `.unknownCategory` where those are refused, with the first one's place in its column.
  public func codes(for columns: [[Category]]) throws(LearningError) -> Matrix {
    guard columns.count == columnCount else {
      throw .featureCountMismatch(found: columns.count, expected: columnCount)
    }
    try OrdinalEncoder.requireEqualCounts(columns)
    var result = Matrix.zeros(columns.first?.count ?? 0, columnCount)
    for (j, column) in columns.enumerated() {
      let codes = Dictionary(uniqueKeysWithValues: zip(categories[j], (0..<categories[j].count).map(Double.init)))
      for (i, category) in column.enumerated() {
        if let code = codes[category] {
          result[i, j] = code
        } else {
          result[i, j] = try code(ofOther: category, row: i, column: j)
        }
      }
    }
    return result
  }

  private func code(ofOther category: Category, row: Int, column: Int) throws(LearningError) -> Double {
    if category == missing { return .nan }
    switch unknown {
    case .code(let code): return code
    case .missing: return .nan
    case .refused:
      throw .unknownCategory(
        "\(category)", row: row, column: column, known: categories[column].map { "\($0)" })
    }
  }

  /// The categories that have these codes, column by column; nil for NaN, and for the code of unknown ones.
  ///
  /// - Parameter codes: n x d.
  /// - Throws: `.featureCountMismatch` for another number of columns, `.unknownCategory` for a number that is no
  ///   category's code.
  public func categories(for codes: Matrix) throws(LearningError) -> [[Category?]] {
    guard codes.columnCount == columnCount else {
      throw .featureCountMismatch(found: codes.columnCount, expected: columnCount)
    }
    var result: [[Category?]] = []
    for j in 0..<columnCount {
      var column: [Category?] = []
      for (i, code) in codes.column(j).enumerated() { column.append(try category(of: code, row: i, column: j)) }
      result.append(column)
    }
    return result
  }

  private func category(of code: Double, row: Int, column: Int) throws(LearningError) -> Category? {
    if code.isNaN || unknown == .code(code) { return nil }
    guard let index = Int(exactly: code), categories[column].indices.contains(index) else {
      throw .unknownCategory(
        "\(code)", row: row, column: column, known: categories[column].indices.map(String.init))
    }
    return categories[column][index]
  }

  /// Reads what `encode(to:)` wrote. Categories that are not in order are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      categories: try container.decode([[Category]].self, forKey: .categories),
      unknown: try container.decode(OrdinalEncoder.Unknown.self, forKey: .unknown),
      missing: try container.decodeIfPresent(Category.self, forKey: .missing))
    let areInOrder = categories.allSatisfy { column in
      !column.isEmpty && zip(column, column.dropFirst()).allSatisfy(<)
    }
    guard areInOrder, !categories.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .categories, in: container,
        debugDescription: "Categories must stand in ascending order, each once, at least one a column.")
    }
  }
}
