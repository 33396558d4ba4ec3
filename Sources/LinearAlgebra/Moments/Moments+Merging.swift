extension Moments {
  /// The moments of no rows yet of `columnCount` columns: where a sum over chunks begins.
  public static func empty(columnCount: Int) -> Moments {
    Moments(
      sums: ScatterKernel.Sums(
        weight: 0, mean: [Double](repeating: 0, count: columnCount), scatter: .zeros(columnCount, columnCount)),
      constantColumns: Array(0..<columnCount))
  }

  /// Takes in the moments of other rows, as if all rows had been there from the start.
  ///
  /// Merging is associative but for rounding, so parts may be summed anywhere, sent as files (moments are `Codable`) and
  /// merged in any grouping; in the same grouping, the bits are the same.
  ///
  /// - Complexity: d².
  public mutating func merge(_ other: Moments) {
    precondition(
      mean.count == other.mean.count, "Moments of \(mean.count) and of \(other.mean.count) columns cannot be merged")
    let stillConstant =
      weight > 0 && other.weight > 0
      ? constantColumns.filter { Set(other.constantColumns).contains($0) && mean[$0] == other.mean[$0] }
      : weight > 0 ? constantColumns : other.constantColumns
    var sums = ScatterKernel.Sums(weight: weight, mean: mean, scatter: scatter)
    sums.merge(ScatterKernel.Sums(weight: other.weight, mean: other.mean, scatter: other.scatter))
    sums.scatter.mirrorLowerTriangle()
    self = Moments(sums: sums, constantColumns: stillConstant)
  }
}
