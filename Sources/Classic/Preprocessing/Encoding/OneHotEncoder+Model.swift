import Learning
import LinearAlgebra

extension OneHotEncoder {
  /// Fitted categories.
  public struct Model: Transformer, Hashable, Codable {
    let columns: [OneHotColumn]
    /// What becomes of a value that was not there in the fit.
    public let unknown: Unknown
    public let report: FitReport

    enum CodingKeys: String, CodingKey { case columns, unknown, report }

    init(columns: [OneHotColumn], unknown: Unknown, report: FitReport) {
      self.columns = columns
      self.unknown = unknown
      self.report = report
    }

    public var featureCount: Int { columns.count }
    public var outputCount: Int { columns.reduce(0) { $0 + $1.outputCount } }

    /// The categories of each column in ascending order.
    public var categories: [[Double]] { columns.map(\.categories) }

    /// Those of the categories of each column that share one output.
    public var infrequentCategories: [[Double]] {
      columns.map { column in
        column.categories.indices.filter { column.isInfrequent[$0] }.map { column.categories[$0] }
      }
    }

    /// The column that each output is made of, and the category that it stands for: nil for the infrequent ones.
    public var outputs: [(column: Int, category: Double?)] {
      columns.enumerated().flatMap { j, column in
        column.levels.dropFirst(column.dropsFirst ? 1 : 0).map { (column: j, category: $0) }
      }
    }

    /// The names of the outputs: "town=3" for a category, "town=infrequent" for the infrequent ones.
    ///
    /// - Parameter inputNames: one for each of the features.
    /// - Throws: `.invalidOption` for another number of names.
    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try requireNames(inputNames)
      return outputs.map { "\(inputNames[$0.column])=\($0.category.map(Self.name) ?? "infrequent")" }
    }
  }
}

extension OneHotEncoder.Model {
  /// The indicators of the categories, n x outputCount.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`, `.unknownCategory` with the first one's place where they are
  ///   refused.
  public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireFitting(x)
    if unknown == .refused { try requireKnown(x) }
    let (count, outputs, starts, others) = (outputCount, columns.map(\.outputs), starts, outputsOfUnknown)
    return x.mappingRows(toCount: count) { row, target in
      target.update(repeating: 0, count: count)
      for (j, column) in columns.enumerated() {
        let output = column.index(of: row[j]).map { outputs[j][$0] } ?? others[j]
        if let output { target[starts[j] + output] = 1 }
      }
    }
  }

  private func requireKnown(_ x: Matrix) throws(LearningError) {
    guard let (row, column) = x.firstElement(where: { columns[$1].index(of: $0) == nil }) else { return }
    throw .unknownCategory(
      Self.name(of: x[row, column]), row: row, column: column, known: columns[column].categories.map(Self.name))
  }

  /// "3" for 3.0: codes are whole numbers.
  static func name(of category: Double) -> String {
    Int(exactly: category).map(String.init) ?? "\(category)"
  }

  /// The first output of each column.
  private var starts: [Int] {
    var next = 0
    return columns.map { column in
      defer { next += column.outputCount }
      return next
    }
  }

  /// What is 1 for a value that is not known; nil for nothing.
  private var outputsOfUnknown: [Int?] {
    columns.map { column in
      // The column of the infrequent ones is the last, unless it is the only one and dropped.
      unknown == .infrequent && column.hasInfrequent && column.outputCount > 0 ? column.outputCount - 1 : nil
    }
  }

  /// The codes that have these indicators, n x d: of each column the category of the largest, the first of several; or
  /// the one dropped where all are zero.
  ///
  /// - Throws: `.featureCountMismatch` unless there are `outputCount` columns, `.notFinite`, `.undefined` where the
  ///   indicators of a column are zero without one dropped, or are those of the infrequent categories.
  public func inverseTransform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireOutput(x)
    let starts = starts
    var result = Matrix.zeros(x.rowCount, featureCount)
    for (i, row) in x.rows.enumerated() {
      for (j, column) in columns.enumerated() {
        let indicators = Array(row[starts[j]..<starts[j] + column.outputCount])
        result[i, j] = try column.category(of: indicators, row: i, column: j)
      }
    }
    return result
  }
}

extension OneHotColumn {
  fileprivate func category(of indicators: [Double], row: Int, column: Int) throws(LearningError) -> Double {
    let largest = indicators.max() ?? 0
    let shift = dropsFirst ? 1 : 0
    let level = largest > 0 ? (indicators.firstIndex(of: largest) ?? 0) + shift : 0
    guard largest > 0 || dropsFirst else {
      throw .undefined(
        "category of column \(column) in row \(row)", reason: "all of its indicators are zero, and none was dropped")
    }
    guard let category = levels[level] else {
      throw .undefined(
        "category of column \(column) in row \(row)", reason: "it is one of several infrequent ones, which share it")
    }
    return category
  }
}

extension OneHotEncoder.Model {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      columns: try container.decode([OneHotColumn].self, forKey: .columns),
      unknown: try container.decode(OneHotEncoder.Unknown.self, forKey: .unknown),
      report: try container.decode(FitReport.self, forKey: .report))
    if let inconsistency = columns.lazy.compactMap(\.inconsistency).first {
      throw DecodingError.dataCorruptedError(forKey: .columns, in: container, debugDescription: inconsistency)
    }
    guard outputCount > 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .columns, in: container, debugDescription: "At least one column must be made.")
    }
  }
}
