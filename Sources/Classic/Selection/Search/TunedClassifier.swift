public import Learning
public import LinearAlgebra

/// A classifier that chooses its own options: a search among candidates by cross-validation, and then a fit of the
/// chosen one to all rows.
///
///     let grid = ParameterGrid(LogisticRegression())
///       .varying(\.penalty, "penalty", over: [100, 10, 1, 0.1].map { .l2($0) })
///     let tuned = TunedClassifier(grid.candidates)
///     let model = try tuned.fit(x, labels: species, using: &generator)
///     model.search.chosen.name                            // "penalty = l2(1.0)"
///
/// It is an estimator like others, so that `crossValidate(tuned, x, labels: species)` is a nested cross-validation: the
/// search is made again within the training part of each fold, and the score is that of the whole procedure, which
/// knows nothing of the rows that it is judged by.
///
/// Inside, classes are known by their places only, from 0 in ascending order: so does the metric see them, and so are
/// they named in errors. Rows are dealt into folds whatever group they belong to; where groups matter, search with
/// groups and fit the chosen candidate.
///
/// - Complexity: that of the search and of one more fit.
public struct TunedClassifier<Base: ClassifierEstimator>: ClassifierEstimator {
  /// From the simplest to the most complex, for the one-standard-error rule.
  public var candidates: [Candidate<Base>]
  /// What decides.
  public var metric: ClassificationMetric<Int>
  public var splitter: any Splitter
  public var rule: SelectionRule

  /// - Parameters:
  ///   - metric: log loss by default, which tells candidates apart that make the same decisions.
  ///   - splitter: five folds in random order by default.
  ///   - rule: the best mean score by default.
  public init(
    _ candidates: [Candidate<Base>], metric: ClassificationMetric<Int> = .logLoss, splitter: any Splitter = KFold(),
    rule: SelectionRule = .best
  ) {
    self.candidates = candidates
    self.metric = metric
    self.splitter = splitter
    self.rule = rule
  }

  /// Folds are drawn, and rows dealt into them whatever they weigh.
  public var traits: EstimatorTraits {
    candidates.reduce([.samplesRows, .countsRows]) { traits, candidate in
      traits.union(candidate.configuration.traits.intersection(.decidesByCutOff))
    }
  }

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    let result: SearchResult<Base, ClassificationMetric<Int>>
    do throws(LearningError) {
      result = try ClassificationTask(x, labels: classIndices, weights: weights).search(
        among: candidates, rows: SplitRows(labels: classIndices), splitter: splitter, metric: metric,
        scoresTraining: false, using: &generator)
    } catch .inFold(let fold, let count, let error) {
      // What is wrong with the whole sample is told as such.
      _ = try candidates.first?.configuration.fit(
        x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      throw .inFold(fold, of: count, error)
    }
    let choice = result.choice(by: rule)
    let base = try choice.candidate.configuration.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    return Core(base: base, search: SearchRecord(result, chosenIndex: choice.index), rule: rule)
  }
}

extension TunedClassifier {
  /// The chosen candidate, fitted to all rows.
  public struct Core: ClassifierCore {
    /// What the chosen candidate's fit gave.
    public let base: Base.Core
    /// What it was chosen from.
    public let search: SearchRecord
    public let report: FitReport

    init(base: Base.Core, search: SearchRecord, rule: SelectionRule) {
      self.base = base
      self.search = search
      report = base.report.tuned(by: search, rule: rule)
    }

    public var classCount: Int { base.classCount }
    public var featureCount: Int { base.featureCount }

    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix { try base.probabilities(for: x) }

    public func decide(_ probabilities: Matrix) -> [Int] { base.decide(probabilities) }
  }
}
