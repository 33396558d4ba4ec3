import Learning
import LinearAlgebra

/// Rows, targets, weights and offsets that were checked, of the rows that count.
struct RegressionSamples {
  let x: Matrix
  let targets: [Double]
  let weights: [Double]?
  let offsets: [Double]?

  /// - Throws: `.empty`, `.countMismatch`, `.valueNotFinite`, what is wrong with the weights, `.notFinite`.
  init(
    _ x: Matrix, targets: [Double], weights: [Double]?, offsets: [Double]? = nil
  ) throws(LearningError) {
    try requireSamples(x, (.targets, targets.count), (.offsets, offsets?.count ?? x.rowCount))
    try Self.requireFinite(targets, .targets)
    try Self.requireFinite(offsets ?? [], .offsets)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    self.x = try kept.select(x)
    self.targets = kept.select(targets)
    self.weights = kept.weights
    self.offsets = offsets.map(kept.select)
    try LearningError.wrapping { () throws(LinearAlgebraError) in try self.x.requireFinite() }
  }

  private static func requireFinite(_ values: [Double], _ input: LearningError.Input) throws(LearningError) {
    if let row = values.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(input, row: row, value: values[row])
    }
  }
}
