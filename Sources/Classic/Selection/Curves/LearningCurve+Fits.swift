public import Learning
public import LinearAlgebra

/// How a classifier's scores change with the number of rows that it learns from.
///
///     let curve = try learningCurve(LogisticRegression(), x, labels: y, metric: .accuracy, using: &generator)
///     for point in curve.points { print(point.trainingCount, point.training.mean, point.test.mean) }
///
/// Each training part of the splitter is cut to each share, rows at random but every class in its share; a smaller part
/// lies within a larger one. Test parts stay as they are.
///
/// - Parameters:
///   - trainingShares: of each training part, above 0 and up to 1; a tenth and four more up to all by default, as in
///     scikit-learn.
///   - splitter: five folds in random order by default.
/// - Throws: `.invalidOption` for shares, `.invalidSplit` where a class is not in the smallest part, what the
///   cross-validation throws.
/// - Complexity: a cross-validation for each share.
public func learningCurve<Label: ClassLabel, Group: Hashable>(
  _ estimator: some ClassifierEstimator, _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, trainingShares: [Double] = [0.1, 0.325, 0.55, 0.775, 1],
  splitter: some Splitter = KFold(), metric: ClassificationMetric<Label>,
  using generator: inout some RandomNumberGenerator
) throws(LearningError) -> LearningCurve {
  let result = try crossValidate(
    estimator, x, labels: labels, groups: groups, weights: weights,
    splitter: GrowingSplits(base: splitter, shares: trainingShares), metrics: [metric], scoresTraining: true,
    using: &generator)
  return LearningCurve(result, shares: trainingShares)
}

/// How a regressor's scores change with the number of rows that it learns from; see
/// ``learningCurve(_:_:labels:groups:weights:trainingShares:splitter:metric:using:)``.
public func learningCurve<Group: Hashable>(
  _ estimator: some RegressorEstimator, _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, trainingShares: [Double] = [0.1, 0.325, 0.55, 0.775, 1],
  splitter: some Splitter = KFold(), metric: RegressionMetric = .meanSquaredError,
  using generator: inout some RandomNumberGenerator
) throws(LearningError) -> LearningCurve {
  let result = try crossValidate(
    estimator, x, targets: targets, groups: groups, weights: weights,
    splitter: GrowingSplits(base: splitter, shares: trainingShares), metrics: [metric], scoresTraining: true,
    using: &generator)
  return LearningCurve(result, shares: trainingShares)
}
