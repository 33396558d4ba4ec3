public import LinearAlgebra

/// Samples with a number each to predict.
public struct RegressionDataset: Sendable, Equatable {
  /// "diabetes".
  public let name: String
  /// One row a sample, one column a feature, first those that are numbers. A column of categories holds indices into
  /// its ``levels``.
  public let features: Matrix
  /// One name a column.
  public let featureNames: [String]
  /// The names of the categories, in their order, for each column that holds such.
  public let levels: [String: [String]]
  /// One number a sample.
  public let targets: [Double]
  public let targetName: String
  /// Where the data come from.
  public let provenance: Provenance

  /// The feature of this name, or nil where there is none.
  public func column(named name: String) -> Matrix.Column? {
    featureNames.firstIndex(of: name).map { features.column($0) }
  }
}

extension RegressionDataset: CustomStringConvertible {
  /// "diabetes: 442 samples, 10 features; target".
  public var description: String {
    "\(name): \(features.rowCount) samples, \(features.columnCount) features; \(targetName)"
  }
}
