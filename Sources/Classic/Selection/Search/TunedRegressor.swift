public import Learning
public import LinearAlgebra

/// A regressor that chooses its own options: a search among candidates by cross-validation, and then a fit of the
/// chosen one to all rows; see ``TunedClassifier``.
///
///     let grid = ParameterGrid(LinearRegression())
///       .varying(\.penalty, "penalty", over: [100, 10, 1, 0.1].map { .l2($0) })
///     let nested = try crossValidate(TunedRegressor(grid.candidates), x, targets: y, using: &generator)
///
/// - Complexity: that of the search and of one more fit.
public struct TunedRegressor<Base: RegressorEstimator>: RegressorEstimator {
  /// From the simplest to the most complex, for the one-standard-error rule.
  public var candidates: [Candidate<Base>]
  /// What decides.
  public var metric: RegressionMetric
  public var splitter: any Splitter
  public var rule: SelectionRule

  /// - Parameters:
  ///   - metric: the mean squared error by default.
  ///   - splitter: five folds in random order by default.
  ///   - rule: the best mean score by default.
  public init(
    _ candidates: [Candidate<Base>], metric: RegressionMetric = .meanSquaredError, splitter: any Splitter = KFold(),
    rule: SelectionRule = .best
  ) {
    self.candidates = candidates
    self.metric = metric
    self.splitter = splitter
    self.rule = rule
  }

  /// Folds are drawn, and rows dealt into them whatever they weigh.
  public var traits: EstimatorTraits { [.samplesRows, .countsRows] }

  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireSamples(x, (.targets, targets.count))
    // Before folds are dealt, so that a row of weight zero is as one that is not there.
    let rows = try WeightedRows(weights, rowCount: x.rowCount)
    let (kept, keptTargets) = (try rows.select(x), rows.select(targets))
    let result: SearchResult<Base, RegressionMetric>
    do throws(LearningError) {
      result = try RegressionTask(kept, targets: keptTargets, weights: rows.weights).search(
        among: candidates, rows: SplitRows(count: kept.rowCount), splitter: splitter, metric: metric,
        scoresTraining: false, using: &generator)
    } catch .inFold(let fold, let count, let error) {
      // What is wrong with the whole sample is told as such.
      _ = try candidates.first?.configuration.fit(x, targets: targets, weights: weights, using: &generator)
      throw .inFold(fold, of: count, error)
    }
    let choice = result.choice(by: rule)
    let base = try choice.candidate.configuration.fit(
      kept, targets: keptTargets, weights: rows.weights, using: &generator)
    return Model(base: base, search: SearchRecord(result, chosenIndex: choice.index), rule: rule)
  }
}

extension TunedRegressor {
  /// The chosen candidate, fitted to all rows.
  public struct Model: Regressor, Codable {
    /// What the chosen candidate's fit gave.
    public let base: Base.Model
    /// What it was chosen from.
    public let search: SearchRecord
    public let report: FitReport

    init(base: Base.Model, search: SearchRecord, rule: SelectionRule) {
      self.base = base
      self.search = search
      report = base.report.tuned(by: search, rule: rule)
    }

    public var featureCount: Int { base.featureCount }

    public func predict(_ x: Matrix) throws(LearningError) -> [Double] { try base.predict(x) }
  }
}
