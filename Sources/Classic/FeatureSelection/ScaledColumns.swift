import Learning
import LinearAlgebra

/// Columns less their means, divided by the largest magnitude that is left: F statistics stay what they are, and no sum
/// of squares is lost to underflow or to a mean far from zero.
struct ScaledColumns {
  let x: Matrix
  let constantColumns: [Int]

  /// - Throws: `.notFinite`, `.linearAlgebra(.overflow)` where a sum of squares is beyond a Double.
  init(_ x: Matrix, weights: [Double]?) throws(LearningError) {
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: x, weights: weights)
    }
    let centered = x.centered(at: moments.mean)
    var largest = [Double](repeating: 0, count: x.columnCount)
    for row in centered.rows {
      for column in row.indices { largest[column] = max(largest[column], abs(row[column])) }
    }
    self.x = centered.standardized(
      center: largest.map { _ in 0 }, scale: largest.map { $0 > 0 ? $0 : 1 })
    constantColumns = moments.constantColumns
  }
}
