public import Learning
public import LinearAlgebra

/// Judges a regressor's configuration by rows that its models have not learned from.
///
///     let result = try crossValidate(LinearRegression.ridge(1), x, targets: y, using: &generator)
///     try result.estimate(of: .meanSquaredError).correctedInterval()
///
/// Like ``crossValidate(_:_:labels:groups:weights:splitter:metrics:keepsModels:scoresTraining:using:)``, but that the
/// rows have no classes, so that ``KFold`` does not stratify.
///
/// - Parameters:
///   - targets: n finite numbers.
///   - metrics: the mean squared error and R² by default. R² needs two rows of different targets in every test part; to
///     leave one out, give metrics without it. The other parameters, and what is thrown, are those of the
///     classifiers' form.
public func crossValidate<Group: Hashable>(
  _ estimator: some RegressorEstimator, _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(),
  metrics: [RegressionMetric] = [.meanSquaredError, .rSquared], keepsModels: Bool = false,
  scoresTraining: Bool = false, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> CrossValidation<RegressionMetric> {
  try RegressionTask(x, targets: targets, weights: weights).crossValidate(
    estimator, rows: SplitRows(count: targets.count, groups: groups), splitter: splitter, metrics: metrics,
    keepsModels: keepsModels, scoresTraining: scoresTraining, using: &generator)
}

/// Judges a regressor's configuration with the system's generator; see
/// ``crossValidate(_:_:targets:groups:weights:splitter:metrics:keepsModels:scoresTraining:using:)``.
public func crossValidate<Group: Hashable>(
  _ estimator: some RegressorEstimator, _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(),
  metrics: [RegressionMetric] = [.meanSquaredError, .rSquared], keepsModels: Bool = false,
  scoresTraining: Bool = false
) throws(LearningError) -> CrossValidation<RegressionMetric> {
  var generator = SystemRandomNumberGenerator()
  return try crossValidate(
    estimator, x, targets: targets, groups: groups, weights: weights, splitter: splitter, metrics: metrics,
    keepsModels: keepsModels, scoresTraining: scoresTraining, using: &generator)
}
