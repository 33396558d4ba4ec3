public import Learning
public import LinearAlgebra

/// Compares configurations of a classifier by cross-validation.
///
///     let grid = ParameterGrid(LogisticRegression())
///       .varying(\.penalty, "penalty", over: [100, 10, 1, 0.1].map { .l2($0) })
///     let result = try search(among: grid.candidates, x, labels: species, using: &generator)
///     print(result)                                                     // a table
///     let model = try result.best.candidate.configuration.fit(x, labels: species)
///
/// All candidates see the same folds with the same seeds. Fits and folds are taken in parallel, and give the same bits
/// on any number of threads; where an estimator can fit several configurations at once for less, they are fitted
/// together. A candidate that fails in a fold is in the result with its error, and is never chosen.
///
/// The monitor in force hears of the stage “search” once a fit, from several threads, besides of the fits themselves.
///
/// - Parameters:
///   - candidates: from the simplest to the most complex, for the one-standard-error rule.
///   - x: n x d features.
///   - labels: n of them. The splitter sees them as the rows' classes, so that ``KFold`` stratifies.
///   - groups: the group of each row, for splitters that keep groups together; nil for none.
///   - weights: one for each row, which count in fits and in scores; nil for ones. Rows of weight zero are dealt out
///     like the others, and then left out of both parts.
///   - splitter: five folds in random order by default.
///   - metric: what decides; log loss by default, which tells candidates apart that make the same decisions.
///   - scoresTraining: whether the metric is computed on the training parts as well; false by default.
///   - generator: where random draws come from; the same seed gives the same result.
/// - Throws: `.invalidOption` for no candidates, `.empty`, `.countMismatch`, `.oneClassOnly`, what is wrong with the
///   weights, what the splitter throws, `.cancelled`; the error of the first candidate where every one fails.
/// - Complexity: that of a fit and a prediction for each candidate and fold.
public func search<Configuration: ClassifierEstimator, Label: ClassLabel, Group: Hashable>(
  among candidates: [Candidate<Configuration>], _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(), metric: ClassificationMetric<Label> = .logLoss,
  scoresTraining: Bool = false, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> SearchResult<Configuration, ClassificationMetric<Label>> {
  try ClassificationTask(x, labels: labels, weights: weights).search(
    among: candidates, rows: SplitRows(labels: labels, groups: groups), splitter: splitter, metric: metric,
    scoresTraining: scoresTraining, using: &generator)
}

/// Compares configurations of a classifier with the system's generator; see
/// ``search(among:_:labels:groups:weights:splitter:metric:scoresTraining:using:)``.
public func search<Configuration: ClassifierEstimator, Label: ClassLabel, Group: Hashable>(
  among candidates: [Candidate<Configuration>], _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(), metric: ClassificationMetric<Label> = .logLoss,
  scoresTraining: Bool = false
) throws(LearningError) -> SearchResult<Configuration, ClassificationMetric<Label>> {
  var generator = SystemRandomNumberGenerator()
  return try search(
    among: candidates, x, labels: labels, groups: groups, weights: weights, splitter: splitter, metric: metric,
    scoresTraining: scoresTraining, using: &generator)
}
