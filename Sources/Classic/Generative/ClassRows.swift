import Learning
import LinearAlgebra

/// The training rows of one class, with their weights.
struct ClassRows {
  let x: Matrix
  /// Nil for ones.
  let weights: [Double]?

  /// The number of rows, or the sum of their weights.
  var weight: Double { weights?.reduce(0, +) ?? Double(x.rowCount) }

  /// The rows by class.
  ///
  /// - Throws: `.notFinite`: here, where a row still has its place among all.
  static func split(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> [ClassRows] {
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    var rowsOfClass = [[Int]](repeating: [], count: classCount)
    for (row, k) in classIndices.enumerated() { rowsOfClass[k].append(row) }
    return rowsOfClass.map { rows in
      ClassRows(x: x.selectingRows(rows), weights: weights.map { weights in rows.map { weights[$0] } })
    }
  }
}
