extension Moments {
  /// The moments of no rows yet of `columnCount` columns: where a sum over chunks begins.
  public static func empty(columnCount: Int) -> Moments {
    let zeros = [Double](repeating: 0, count: columnCount)
    return Moments(
      sums: ScatterKernel.Sums(weight: 0, origin: zeros, offset: zeros, scatter: .zeros(columnCount, columnCount)),
      constantColumns: Array(0..<columnCount))
  }

  /// Takes in the moments of other rows, as if all rows had been there from the start.
  ///
  /// Merging is associative but for rounding, so parts may be summed anywhere, sent as files (moments are `Codable`)
  /// and merged in any grouping; in the same grouping, the bits are the same.
  ///
  /// - Complexity: d².
  public mutating func merge(_ other: Moments) {
    precondition(
      mean.count == other.mean.count, "Moments of \(mean.count) and of \(other.mean.count) columns cannot be merged")
    let constant = weight == 0 ? other.constantColumns : other.weight == 0 ? constantColumns : commonConstants(other)
    var sums = sums
    sums.merge(other.sums)
    self = Moments(sums: sums, constantColumns: constant)
  }

  private var sums: ScatterKernel.Sums {
    ScatterKernel.Sums(weight: weight, origin: origin, offset: offset, scatter: scatter)
  }

  /// The columns that are constant in both, at one value.
  private func commonConstants(_ other: Moments) -> [Int] {
    let others = Set(other.constantColumns)
    return constantColumns.filter { others.contains($0) && mean[$0] == other.mean[$0] }
  }
}
