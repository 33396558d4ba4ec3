public import LinearAlgebra

/// Samples without labels, each with a name.
public struct Dataset: Sendable, Equatable {
  /// "USArrests".
  public let name: String
  /// One row a sample, one column a feature.
  public let features: Matrix
  /// One name a column.
  public let featureNames: [String]
  /// One name a row.
  public let rowNames: [String]
  /// Where the data come from.
  public let provenance: Provenance
}

extension Dataset: CustomStringConvertible {
  /// "USArrests: 50 samples, 4 features".
  public var description: String { "\(name): \(features.rowCount) samples, \(features.columnCount) features" }
}
