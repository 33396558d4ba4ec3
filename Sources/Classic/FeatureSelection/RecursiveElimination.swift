public import Learning
public import LinearAlgebra

/// Drops the columns that count least in a model, and fits again, until a number of them is left.
///
///     let step = RecursiveElimination(LogisticRegression(), count: 5)
///     let model = try step.then(LogisticRegression()).fit(x, labels: y)
///     model.step.selectedColumns
///     model.step.ranking                        // 1 for those kept, larger the earlier one was dropped
///
/// What a column is worth beside the others decides, where a ``UnivariateSelection`` looks at each alone. A step for
/// classifiers where the base is one, for regressors where it is one of those. Coefficients compare columns only in
/// comparable units: standardise before this step.
///
/// - Complexity: (d - count) / columnsPerRound + 1 fits of the base.
///
/// Source: I. Guyon, J. Weston, S. Barnhill and V. Vapnik, Gene selection for cancer classification using support
/// vector machines, Machine Learning 46, 2002, doi:10.1023/A:1012487302797.
public struct RecursiveElimination<Base: Estimator>: PipelineStep {
  public var base: Base
  /// How many columns are left.
  public var count: Int
  /// How many are dropped after each fit, the last round's less where fewer are too many; 1 by default. Where several
  /// weigh the same, the one furthest right goes first.
  public var columnsPerRound: Int

  public init(_ base: Base, count: Int, columnsPerRound: Int = 1) {
    self.base = base
    self.count = count
    self.columnsPerRound = columnsPerRound
  }

  public var traits: EstimatorTraits { base.traits }

  /// - Parameter fit: the weights of some columns in a fit to them, and the fit's report.
  private func model(
    _ x: Matrix, fit: (Matrix) throws(LearningError) -> (weights: [Double], report: FitReport)
  ) throws(LearningError) -> Model {
    try requireSamples(x)
    try requireCount(count, upTo: x.columnCount)
    guard columnsPerRound >= 1 else {
      throw .invalidOption(name: "columnsPerRound", value: "\(columnsPerRound)", allowed: "at least 1")
    }
    let rounds = (x.columnCount - count + columnsPerRound - 1) / columnsPerRound
    var ranking = [Int](repeating: 1, count: x.columnCount)
    var columns = Array(0..<x.columnCount)
    var fitted = try fit(x)
    for round in 0..<rounds {
      try Monitor.poll(
        Monitor.Progress(stage: "recursive elimination", iteration: round + 1, iterationLimit: rounds))
      let kept = fitted.weights.indicesOfLargest(max(count, columns.count - columnsPerRound))
      columns = kept.map { columns[$0] }
      let left = Set(columns)
      for column in ranking.indices where !left.contains(column) { ranking[column] += 1 }
      fitted = try fit(x.selectingColumns(columns))
    }
    return Model(
      ranking: ranking, selectedWeights: fitted.weights,
      selection: ColumnSelection(featureCount: x.columnCount, columns: columns),
      report: fitted.report.following(fitted.report.warnings(ofPart: Base.partName, on: columns)))
  }

  /// The ranking, and the columns kept.
  public struct Model: FeatureSelection, Codable, Equatable {
    /// Of all columns: 1 for those kept, 2 for those dropped in the last round, and so on.
    public let ranking: [Int]
    /// Of the columns kept, in the model fitted to them alone.
    public let selectedWeights: [Double]
    let selection: ColumnSelection
    /// That of the last fit, to the columns kept; columns are counted among all.
    public let report: FitReport

    public var featureCount: Int { selection.featureCount }
    public var selectedColumns: [Int] { selection.columns }
  }
}

extension RecursiveElimination: ClassificationStep where Base: ClassifierEstimator, Base.Core: WeighsFeatures {
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try model(x) { x throws(LearningError) in
      let core = try base.fit(
        x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      return (core.featureWeights, core.report)
    }
  }
}

extension RecursiveElimination: RegressionStep where Base: RegressorEstimator, Base.Model: WeighsFeatures {
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try model(x) { x throws(LearningError) in
      let fitted = try base.fit(x, targets: targets, weights: weights, using: &generator)
      return (fitted.featureWeights, fitted.report)
    }
  }
}

extension RecursiveElimination: Equatable where Base: Equatable {}
extension RecursiveElimination: Hashable where Base: Hashable {}
extension RecursiveElimination: Encodable where Base: Encodable {}
extension RecursiveElimination: Decodable where Base: Decodable {}
