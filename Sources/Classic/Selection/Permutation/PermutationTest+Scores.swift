public import Learning
public import LinearAlgebra

/// Tests whether a classifier's configuration has learned anything of the labels.
///
///     let test = try permutationTest(LogisticRegression(), x, labels: y, metric: .accuracy, using: &generator)
///     test.pValue
///
/// Labels are permuted among rows, within each group where there are groups, and a cross-validation made with new
/// splits for each permutation. Weights stay with their rows. A small p says that labels and features are not
/// independent, not that the model is any good. As scikit-learn's permutation_test_score.
///
/// Permutations are taken in parallel, each with a generator of its own: the same bits on any number of threads.
///
/// - Parameters:
///   - groups: within which labels are permuted, and which the splitter sees; nil for none.
///   - permutations: 100 by default, as in scikit-learn, for p-values down to 0.0099.
///   - splitter: five folds in random order by default.
/// - Throws: `.invalidOption` for no permutations, what the cross-validation throws.
/// - Complexity: permutations + 1 cross-validations.
///
/// Source: Ojala and Garriga, Permutation tests for studying classifier performance, JMLR 11, 2010; Phipson and Smyth,
/// Permutation p-values should never be zero, 2010, doi:10.2202/1544-6115.1585, for the 1.
public func permutationTest<Label: ClassLabel, Group: Hashable & Sendable>(
  _ estimator: some ClassifierEstimator, _ x: Matrix, labels: [Label], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, permutations: Int = 100, splitter: some Splitter = KFold(),
  metric: ClassificationMetric<Label>, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> ScorePermutationTest {
  let rows = try SplitRows(labels: labels, groups: groups)
  return try permutationTest(
    rows, permutations: permutations, using: &generator
  ) { order, child throws(LearningError) in
    try crossValidate(
      estimator, x, labels: order.map { labels[$0] }, groups: groups, weights: weights, splitter: splitter,
      metrics: [metric], using: &child
    ).estimates[0]
  }
}

/// Tests whether a regressor's configuration has learned anything of the targets; see
/// ``permutationTest(_:_:labels:groups:weights:permutations:splitter:metric:using:)``.
public func permutationTest<Group: Hashable & Sendable>(
  _ estimator: some RegressorEstimator, _ x: Matrix, targets: [Double], groups: [Group]? = [Int]?.none,
  weights: [Double]? = nil, permutations: Int = 100, splitter: some Splitter = KFold(),
  metric: RegressionMetric = .meanSquaredError, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> ScorePermutationTest {
  let rows = try SplitRows(count: targets.count, groups: groups)
  return try permutationTest(
    rows, permutations: permutations, using: &generator
  ) { order, child throws(LearningError) in
    try crossValidate(
      estimator, x, targets: order.map { targets[$0] }, groups: groups, weights: weights, splitter: splitter,
      metrics: [metric], using: &child
    ).estimates[0]
  }
}

/// - Parameter score: that of rows whose labels were put in an order.
private func permutationTest(
  _ rows: SplitRows, permutations: Int, using generator: inout some RandomNumberGenerator,
  score: @Sendable (_ order: [Int], inout SeededGenerator) throws(LearningError) -> ScoreEstimate
) throws(LearningError) -> ScorePermutationTest {
  try requireAtLeast(1, permutations, "permutations")
  let children = generator.children(permutations + 1)
  // First and alone, so that what is wrong with the data is said before the rest is tried.
  var first = children[0]
  let observed = try score(Array(0..<rows.count), &first)
  let means = try monitoredParallelMap(permutations) { index throws(LearningError) in
    var child = children[index + 1]
    return try score(rows.permuted(using: &child), &child).mean
  }
  return ScorePermutationTest(score: observed, permutedMeans: means)
}

extension SplitRows {
  /// The rows in random order, each in the place of one of its group.
  fileprivate func permuted(using generator: inout SeededGenerator) -> [Int] {
    var order = Array(0..<count)
    for group in rowsOfGroup ?? [order] {
      for (place, index) in zip(group, generator.permutation(of: group.count)) { order[place] = group[index] }
    }
    return order
  }
}
