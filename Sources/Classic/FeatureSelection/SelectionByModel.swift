public import Learning
public import LinearAlgebra

/// Keeps the columns that count in a model fitted to all of them.
///
///     let lasso = SelectionByModel(LinearRegression.lasso(20))
///     let model = try lasso.then(LinearRegression()).fit(x, targets: y)
///     model.step.selectedColumns                 // those with coefficients that are not zero
///
/// A step for classifiers where the base is one, for regressors where it is one of those. Coefficients compare columns
/// only in comparable units: standardise before this step.
public struct SelectionByModel<Base: Estimator>: PipelineStep {
  /// Which columns are kept.
  public enum Rule: Hashable, Sendable, Codable {
    /// Those of a weight that is not zero: what an L1 penalty leaves.
    case nonzero
    /// Those of at least this weight.
    case atLeast(Double)
    /// Those of at least this multiple of the mean weight.
    case timesMean(Double)
    /// Those of the largest weights; where several are as large, those further left first.
    case count(Int)
  }

  public var base: Base
  /// `.nonzero` by default, for bases with an L1 penalty.
  public var rule: Rule

  public init(_ base: Base, rule: Rule = .nonzero) {
    self.base = base
    self.rule = rule
  }

  public var traits: EstimatorTraits { base.traits }

  private func requireRule(columnCount: Int) throws(LearningError) {
    switch rule {
    case .nonzero: break
    case .atLeast(let bound):
      guard bound >= 0, bound.isFinite else {
        throw .invalidOption(name: "atLeast", value: "\(bound)", allowed: "zero or positive, and finite")
      }
    case .timesMean(let factor):
      guard factor >= 0, factor.isFinite else {
        throw .invalidOption(name: "timesMean", value: "\(factor)", allowed: "zero or positive, and finite")
      }
    case .count(let count): try requireCount(count, upTo: columnCount)
    }
  }

  private func model(_ weights: [Double], _ report: FitReport) throws(LearningError) -> Model {
    let columns =
      switch rule {
      case .nonzero: weights.indices.filter { weights[$0] > 0 }
      case .atLeast(let bound): weights.indices.filter { weights[$0] >= bound }
      case .timesMean(let factor): weights.indices.filter { weights[$0] >= factor * weights.mean }
      case .count(let count): weights.indicesOfLargest(count)
      }
    guard !columns.isEmpty else {
      throw .undefined(
        "column that the rule of this selection keeps",
        reason: "the largest weight is \((weights.max() ?? 0).formatted(digits: 6)); lower the bound, or penalise less")
    }
    return Model(
      featureWeights: weights, selection: ColumnSelection(featureCount: weights.count, columns: columns),
      report: report.following(report.warnings(ofPart: Base.partName)))
  }

  /// The weights, and the columns kept.
  public struct Model: FeatureSelection, WeighsFeatures, Codable, Equatable {
    /// Of all columns, in the model that was fitted to all.
    public let featureWeights: [Double]
    let selection: ColumnSelection
    /// That of the base's fit.
    public let report: FitReport

    public var featureCount: Int { selection.featureCount }
    public var selectedColumns: [Int] { selection.columns }
  }
}

extension SelectionByModel: ClassificationStep where Base: ClassifierEstimator, Base.Core: WeighsFeatures {
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireRule(columnCount: x.columnCount)
    let core = try base.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    return try model(core.featureWeights, core.report)
  }
}

extension SelectionByModel: RegressionStep where Base: RegressorEstimator, Base.Model: WeighsFeatures {
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireSamples(x)
    try requireRule(columnCount: x.columnCount)
    let fitted = try base.fit(x, targets: targets, weights: weights, using: &generator)
    return try model(fitted.featureWeights, fitted.report)
  }
}

extension SelectionByModel: Equatable where Base: Equatable {}
extension SelectionByModel: Hashable where Base: Hashable {}
extension SelectionByModel: Encodable where Base: Encodable {}
extension SelectionByModel: Decodable where Base: Decodable {}

extension Array<Double> {
  /// Each divided first, so that the sum does not overflow.
  fileprivate var mean: Double { reduce(0) { $0 + $1 / Double(count) } }
}
