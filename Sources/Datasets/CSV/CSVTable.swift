public import LinearAlgebra

/// What a ``CSVReader`` found in a file.
public struct CSVTable: Sendable, Equatable {
  /// The names of the features, in the order of the file; no two are equal.
  public let featureNames: [String]
  /// One row for each row of the file, one column for each feature; no columns where all are text.
  public let features: Matrix
  /// The label of each row as it is written; empty where no column holds labels.
  public let labels: [String]
  /// The number to predict of each row; empty where no column holds them.
  public let targets: [Double]
  /// The name of each row; empty where no column holds names.
  public let rowNames: [String]

  /// The names of the columns of text, in the order of the file.
  public let textColumnNames: [String]
  /// The columns of text, each with one text for each row; the empty text where a value is missing.
  public let textColumns: [[String]]

  /// The feature of this name, or nil where there is none.
  public func column(named name: String) -> Matrix.Column? {
    featureNames.firstIndex(of: name).map { features.column($0) }
  }

  /// The column of text of this name, or nil where there is none.
  public func textColumn(named name: String) -> [String]? {
    textColumnNames.firstIndex(of: name).map { textColumns[$0] }
  }
}
