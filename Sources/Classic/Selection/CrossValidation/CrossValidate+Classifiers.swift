public import Learning
public import LinearAlgebra

/// Judges a classifier's configuration by rows that its models have not learned from.
///
///     var generator = SeededGenerator(seed: 7)
///     let result = try crossValidate(LogisticRegression(), x, labels: species, using: &generator)
///     print(result)                                          // a table
///     let loss = try result.estimate(of: .logLoss)
///     loss.mean
///     try loss.correctedInterval()                           // 95 %
///
/// The splitter draws first, then one seed for each fold; the folds are fitted in parallel, and give the same bits on
/// any number of threads. Everything that learns must be inside the configuration: scaling or selecting features
/// before this call lets the test rows have a say in what they test.
///
/// The monitor in force hears of the stage “cross-validation” once a fold, from several threads, besides of the fits.
///
/// - Parameters:
///   - x: n x d features.
///   - labels: n of them. The splitter sees them as the rows' classes, so that ``KFold`` stratifies.
///   - groups: the group of each row, for splitters that keep groups together; nil for none.
///   - weights: one for each row, zero or positive, which count in fits and in scores; nil for ones. Rows of weight
///     zero are dealt out like the others, and then left out of both parts.
///   - splitter: five folds in random order by default.
///   - metrics: what to measure; accuracy and log loss by default.
///   - keepsModels: whether the folds' models are in the result; false by default, since some are large.
///   - scoresTraining: whether the metrics are computed on the training parts as well, which shows how much the models
///     learned by heart; false by default.
///   - generator: where random draws come from; the same seed gives the same result.
/// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, what is wrong with the weights, what the splitter throws,
///   `.invalidSplit`, an invalid option of the estimator, `.cancelled`; `.inFold` with what went wrong in the first
///   fold that failed, which names rows by their places in `x`.
/// - Complexity: that of a fit and a prediction for each fold.
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 7.10.
public func crossValidate<Label: ClassLabel, Group: Hashable>(
  _ estimator: some ClassifierEstimator, _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(),
  metrics: [ClassificationMetric<Label>] = [.accuracy, .logLoss], keepsModels: Bool = false,
  scoresTraining: Bool = false, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> CrossValidation<ClassificationMetric<Label>> {
  try ClassificationTask(x, labels: labels, weights: weights).crossValidate(
    estimator, rows: SplitRows(labels: labels, groups: groups), splitter: splitter, metrics: metrics,
    keepsModels: keepsModels, scoresTraining: scoresTraining, using: &generator)
}

/// Judges a classifier's configuration with the system's generator; see
/// ``crossValidate(_:_:labels:groups:weights:splitter:metrics:keepsModels:scoresTraining:using:)``.
public func crossValidate<Label: ClassLabel, Group: Hashable>(
  _ estimator: some ClassifierEstimator, _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(),
  metrics: [ClassificationMetric<Label>] = [.accuracy, .logLoss], keepsModels: Bool = false,
  scoresTraining: Bool = false
) throws(LearningError) -> CrossValidation<ClassificationMetric<Label>> {
  var generator = SystemRandomNumberGenerator()
  return try crossValidate(
    estimator, x, labels: labels, groups: groups, weights: weights, splitter: splitter, metrics: metrics,
    keepsModels: keepsModels, scoresTraining: scoresTraining, using: &generator)
}
