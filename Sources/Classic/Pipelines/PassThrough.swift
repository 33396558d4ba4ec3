public import Learning
public import LinearAlgebra

/// The step that leaves the samples as they are: for columns that stand beside others which are transformed.
///
///     PCA().on(columns: 0..<4).beside(PassThrough().on(columns: [4]))
///
/// Missing values (NaN) are left to the steps behind it; infinite ones are refused.
public struct PassThrough: DeterministicTransformerEstimator, Hashable, Codable {
  public init() {}

  public var traits: EstimatorTraits { [.deterministic, .acceptsMissingValues] }

  /// Learns the number of features.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    try requireSamples(x)
    _ = try WeightedRows(weights, rowCount: x.rowCount)
    try x.requireNotInfinite()
    return Model(featureCount: x.columnCount, report: FitReport(method: "none"))
  }

  /// The identity on samples of a fixed number of features.
  public struct Model: Transformer, Hashable, Codable {
    public let featureCount: Int
    public let report: FitReport

    public var outputCount: Int { featureCount }

    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      guard x.columnCount == featureCount else {
        throw .featureCountMismatch(found: x.columnCount, expected: featureCount)
      }
      try x.requireNotInfinite()
      return x
    }

    public func sourceColumn(ofOutput output: Int) -> Int? { output }
  }
}
