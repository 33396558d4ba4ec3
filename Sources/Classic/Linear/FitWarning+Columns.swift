import Learning

extension FitWarning {
  /// Columns that do not vary have no coefficient of their own.
  static func constant(_ columns: [Int]) -> FitWarning {
    FitWarning(
      .constantColumns, columns: columns,
      message: "columns \(columns.map(String.init).joined(separator: ", ")) do not vary; their coefficients are 0.")
  }

  /// Columns that are linear combinations of those kept.
  static func dependent(_ columns: [Int]) -> FitWarning {
    FitWarning(
      .rankDeficient, columns: columns,
      message: "columns \(columns.map(String.init).joined(separator: ", ")) are linear combinations of the others; "
        + "their coefficients are 0, and the others carry their share. Drop them, or use .l2.")
  }
}
