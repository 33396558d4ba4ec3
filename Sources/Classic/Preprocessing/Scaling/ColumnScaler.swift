import Learning
import LinearAlgebra

/// Fitted centres and scales of columns, of a ``StandardScaler``, a ``RobustScaler`` or a ``MaxAbsScaler``: each column
/// less its centre, divided by its scale.
public struct ColumnScaler: Transformer, Hashable, Codable {
  /// What is subtracted from the d columns; zeros where they are not centred.
  public let center: [Double]
  /// What the centred columns are divided by, all above zero: 1 for a column without spread, and ones where columns are
  /// not scaled.
  public let scale: [Double]
  public let report: FitReport

  enum CodingKeys: String, CodingKey { case center, scale, report }

  init(center: [Double], scale: [Double], report: FitReport) {
    self.center = center
    self.scale = scale
    self.report = report
  }

  /// - Parameters:
  ///   - center: nil for zeros.
  ///   - spread: what to divide by where it is not zero; nil for ones.
  ///   - magnitude: how large the columns' values are, against which a spread may be rounding only.
  init(center: [Double]?, spread: [Double]?, magnitude: [Double], method: String) {
    let still = spread.map { magnitude.withoutSpread($0) } ?? []
    var scale = spread ?? [Double](repeating: 1, count: magnitude.count)
    for j in still { scale[j] = 1 }
    self.init(
      center: center ?? [Double](repeating: 0, count: magnitude.count), scale: scale,
      report: FitReport(method: method, warnings: still.isEmpty ? [] : [.unscaled(still)]))
  }

  public var featureCount: Int { center.count }
  public var outputCount: Int { center.count }

  /// The column that an output is made from alone, in its own unit or another.
  public func sourceColumn(ofOutput output: Int) -> Int? { output }

  /// The names of the outputs, which are those of the columns.
  ///
  /// - Parameter inputNames: one for each of the features.
  /// - Throws: `.invalidOption` for another number of names.
  public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
    try requireNames(inputNames)
    return inputNames
  }

  /// (x - center) / scale of each column.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` where a result is beyond the largest
  ///   number.
  public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireFitting(x)
    return try x.standardized(center: center, scale: scale).requiringNoOverflow(in: "scaling of the columns")
  }

  /// The samples in their own units, x scale + center of each column.
  ///
  /// - Throws: as ``transform(_:)``.
  public func inverseTransform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireOutput(x)
    return try x.mappingElements { $0 * scale[$1] + center[$1] }
      .requiringNoOverflow(in: "scaling of the columns back")
  }
}

extension [Double] {
  /// The columns of these magnitudes whose spread is none, or rounding only.
  func withoutSpread(_ spread: [Double]) -> [Int] {
    indices.filter { spread[$0] <= 8 * .ulpOfOne * self[$0] }
  }
}

extension FitWarning {
  /// Columns that there is nothing to scale in.
  static func unscaled(_ columns: [Int]) -> FitWarning {
    FitWarning(
      .constantColumns, columns: columns,
      message: "\(columns.asColumns("has", "have")) no spread to divide by, up to rounding. The scale there is 1.")
  }
}
