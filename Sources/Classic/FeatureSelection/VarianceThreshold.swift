public import Learning
public import LinearAlgebra

/// Drops the columns that vary too little to tell samples apart.
///
///     let model = try VarianceThreshold().fit(x)
///     model.selectedColumns                 // those that are not constant
///
/// A column is kept where its variance, with the divisor n (the sum of the weights), is above the threshold. Without a
/// threshold the columns dropped are those that hold one value only, to the bit and not by a variance that rounding
/// may keep from zero.
///
/// - Complexity: O(n d).
public struct VarianceThreshold: DeterministicTransformerEstimator, Hashable, Codable {
  /// The largest variance that is dropped, in the square of the columns' units; 0, for constant columns, by default.
  public var threshold: Double

  public init(threshold: Double = 0) {
    self.threshold = threshold
  }

  /// Fits the samples; see ``TransformerEstimator/fit(_:weights:using:)``.
  ///
  /// - Throws: besides, `.noVariation` where every column is constant, `.invalidOption` where the threshold drops them
  ///   all or is negative or no number, `.linearAlgebra(.overflow)` for a variance beyond a Double.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    guard threshold >= 0, threshold.isFinite else {
      throw .invalidOption(name: "threshold", value: "\(threshold)", allowed: "zero or positive, and finite")
    }
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let counted = try kept.select(x)
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: counted, weights: kept.weights)
    }
    let variances = moments.variances(.maximumLikelihood)
    let constant = Set(moments.constantColumns)
    guard constant.count < x.columnCount else { throw .noVariation }
    let selected = variances.indices.filter { !constant.contains($0) && (threshold == 0 || variances[$0] > threshold) }
    guard !selected.isEmpty else {
      throw .invalidOption(
        name: "threshold", value: "\(threshold)",
        allowed: "below \(variances.max() ?? 0), the largest variance of these columns, or none is left")
    }
    return Model(
      variances: variances, selection: ColumnSelection(featureCount: x.columnCount, columns: selected),
      report: FitReport(method: "column variances"))
  }

  /// The variances, and the columns kept.
  public struct Model: FeatureSelection, Codable, Equatable {
    /// Of each of the d columns, with the divisor n.
    public let variances: [Double]
    let selection: ColumnSelection
    public let report: FitReport

    public var featureCount: Int { selection.featureCount }
    public var selectedColumns: [Int] { selection.columns }
  }
}
