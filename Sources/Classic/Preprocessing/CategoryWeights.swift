/// The distinct values of a column, ascending, with the weight of the rows that hold each.
struct CategoryWeights {
  private(set) var values: [Double] = []
  private(set) var weights: [Double] = []

  /// - Parameters:
  ///   - column: no NaN.
  ///   - weights: positive, one for each value; nil for ones.
  init(_ column: [Double], weights columnWeights: [Double]?) {
    // Equal values by weight, so that their sums do not depend on the order of the rows.
    let order = columnWeights.map { weights in
      column.indices.sorted { (column[$0], weights[$0]) < (column[$1], weights[$1]) }
    }
    let sorted = order.map { $0.map { column[$0] } } ?? column.sorted()
    for (rank, value) in sorted.enumerated() {
      let weight = order.flatMap { order in columnWeights.map { $0[order[rank]] } } ?? 1
      if value == values.last {
        weights[weights.count - 1] += weight
      } else {
        // 0 and -0 are the same category, written as 0.
        values.append(value == 0 ? 0 : value)
        weights.append(weight)
      }
    }
  }
}
