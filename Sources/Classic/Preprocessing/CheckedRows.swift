import Learning
import LinearAlgebra

/// The rows that count, and their weights, once all rows are known to be finite.
struct CheckedRows {
  let x: Matrix
  /// Positive, one for each row; nil for ones.
  let weights: [Double]?

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights.
  init(_ x: Matrix, weights: [Double]?) throws(LearningError) {
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    self.x = try kept.select(x)
    self.weights = kept.weights
  }

  /// The sum of the weights.
  var weight: Double { weights?.reduce(0, +) ?? Double(x.rowCount) }
}
