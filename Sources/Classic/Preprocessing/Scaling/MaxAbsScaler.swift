import Learning
import LinearAlgebra

/// Divides every column by its largest absolute value, so that it lies in -1...1 and zeros stay zeros.
///
///     let model = try MaxAbsScaler().fit(training)
///     model.scale                             // the largest absolute values
///
/// The scale of a column of zeros is 1. Weights only say which rows count.
///
/// - Complexity: fit and transform O(n d).
public struct MaxAbsScaler: DeterministicTransformerEstimator, Hashable, Codable {
  public typealias Model = ColumnScaler

  public init() {}

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> ColumnScaler {
    let magnitude = ColumnRanges(of: try CheckedRows(x, weights: weights).x).magnitude
    return ColumnScaler(
      center: nil, spread: magnitude, magnitude: magnitude, method: "largest absolute values of the columns")
  }
}
