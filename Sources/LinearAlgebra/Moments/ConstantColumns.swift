extension Matrix {
  /// The columns whose elements, in the rows of positive weight, are all the same, with that value.
  ///
  /// Rounding leaves a constant column a variance of about (n ε m)² at most, so only columns under that bound are
  /// looked at element by element.
  func constantColumns(
    weights: [Double]?, mean: [Double], variance: (Int) -> Double
  ) -> [(column: Int, value: Double)] {
    let rows = weights.map { weights in (0..<rowCount).filter { weights[$0] > 0 } }
    let bound = Double(rowCount) * Double.ulpOfOne
    return (0..<columnCount).compactMap { j in
      let spread = bound * abs(mean[j])
      guard variance(j) <= max(spread * spread, .leastNormalMagnitude) else { return nil }
      let column = column(j)
      guard let value = rows.map({ $0.first.map { column[$0] } }) ?? column.first else { return nil }
      let isConstant = rows?.allSatisfy { column[$0] == value } ?? column.allSatisfy { $0 == value }
      return isConstant ? (j, value) : nil
    }
  }
}
