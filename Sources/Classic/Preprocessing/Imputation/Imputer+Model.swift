import Learning
import LinearAlgebra

extension Imputer {
  /// Fitted replacements of missing values.
  public struct Model: Transformer, Hashable, Codable {
    /// What a missing value of each of the d columns is replaced with.
    public let values: [Double]
    /// The columns whose missing values are marked, in the order of the columns that mark them, which are appended.
    public let indicatorColumns: [Int]
    public let report: FitReport

    enum CodingKeys: String, CodingKey { case values, indicatorColumns, report }

    init(values: [Double], indicatorColumns: [Int], report: FitReport) {
      self.values = values
      self.indicatorColumns = indicatorColumns
      self.report = report
    }

    public var featureCount: Int { values.count }
    public var outputCount: Int { values.count + indicatorColumns.count }

    /// The column that an output is made from alone, in its own unit or another; nil for an indicator.
    public func sourceColumn(ofOutput output: Int) -> Int? { output < featureCount ? output : nil }

    /// The names of the outputs: those of the columns, and "age missing" for an indicator.
    ///
    /// - Parameter inputNames: one for each of the features.
    /// - Throws: `.invalidOption` for another number of names.
    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try requireNames(inputNames)
      return inputNames + indicatorColumns.map { "\(inputNames[$0]) missing" }
    }

    /// The samples without NaN, and the indicators: n x (d + indicators).
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite` with the first infinite feature.
    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      guard x.columnCount == featureCount else {
        throw .featureCountMismatch(found: x.columnCount, expected: featureCount)
      }
      try x.requireNotInfinite()
      let d = featureCount
      return x.mappingRows(toCount: outputCount) { row, target in
        for j in 0..<d { target[j] = row[j].isNaN ? values[j] : row[j] }
        for (k, j) in indicatorColumns.enumerated() { target[d + k] = row[j].isNaN ? 1 : 0 }
      }
    }
  }
}

extension Imputer.Model {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      values: try container.decode([Double].self, forKey: .values),
      indicatorColumns: try container.decode([Int].self, forKey: .indicatorColumns),
      report: try container.decode(FitReport.self, forKey: .report))
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container, debugDescription: "Replacements must be finite, at least one of them.")
    }
    guard indicatorColumns.allSatisfy(values.indices.contains),
      zip(indicatorColumns, indicatorColumns.dropFirst()).allSatisfy(<)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .indicatorColumns, in: container,
        debugDescription: "Indicators must be of columns below \(values.count), in ascending order.")
    }
  }
}
