extension Matrix {
  /// The columns whose elements, in the rows of positive weight, are all the same.
  ///
  /// Their sums of squares about the origin, which is one of the elements, are exactly zero; so only columns whose sums
  /// are zero or lost in underflow are looked at element by element.
  func constantColumns(weights: [Double]?, sumOfSquares: (Int) -> Double) -> [Int] {
    let candidates = (0..<columnCount).filter { sumOfSquares($0) < .leastNormalMagnitude }
    guard !candidates.isEmpty else { return [] }
    let rows = rowsOfPositiveWeight(weights)
    return candidates.filter { j in
      let column = column(j)
      let first = column[rows?.first ?? 0]
      return rows?.allSatisfy { column[$0] == first } ?? column.allSatisfy { $0 == first }
    }
  }

  /// The same without sums, by looking at each column until an element is another.
  package func constantColumns(weights: [Double]?) -> [Int] {
    constantColumns(weights: weights) { _ in 0 }
  }
}
