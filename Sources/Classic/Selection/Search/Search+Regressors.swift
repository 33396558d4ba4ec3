public import Learning
public import LinearAlgebra

/// Compares configurations of a regressor by cross-validation.
///
///     let grid = ParameterGrid(LinearRegression())
///       .varying(\.penalty, "penalty", over: [100, 10, 1, 0.1].map { .l2($0) })
///     let result = try search(among: grid.candidates, x, targets: y, using: &generator)
///
/// Like ``search(among:_:labels:groups:weights:splitter:metric:scoresTraining:using:)``, but that the rows have no
/// classes, so that ``KFold`` does not stratify.
///
/// - Parameters:
///   - targets: n finite numbers.
///   - metric: what decides; the mean squared error by default. The other parameters, and what is thrown, are those of
///     the classifiers' form.
public func search<Configuration: RegressorEstimator, Group: Hashable>(
  among candidates: [Candidate<Configuration>], _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(), metric: RegressionMetric = .meanSquaredError,
  scoresTraining: Bool = false, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> SearchResult<Configuration, RegressionMetric> {
  try RegressionTask(x, targets: targets, weights: weights).search(
    among: candidates, rows: SplitRows(count: targets.count, groups: groups), splitter: splitter, metric: metric,
    scoresTraining: scoresTraining, using: &generator)
}

/// Compares configurations of a regressor with the system's generator; see
/// ``search(among:_:targets:groups:weights:splitter:metric:scoresTraining:using:)``.
public func search<Configuration: RegressorEstimator, Group: Hashable>(
  among candidates: [Candidate<Configuration>], _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, splitter: some Splitter = KFold(), metric: RegressionMetric = .meanSquaredError,
  scoresTraining: Bool = false
) throws(LearningError) -> SearchResult<Configuration, RegressionMetric> {
  var generator = SystemRandomNumberGenerator()
  return try search(
    among: candidates, x, targets: targets, groups: groups, weights: weights, splitter: splitter, metric: metric,
    scoresTraining: scoresTraining, using: &generator)
}
