extension ColumnScaler {
  /// Each output is a column of the same place.
  public func sourceColumn(ofOutput output: Int) -> Int? { output }
}

extension MinMaxScaler.Model {
  /// Each output is a column of the same place.
  public func sourceColumn(ofOutput output: Int) -> Int? { output }
}
