public import Learning
public import LinearAlgebra

/// A classifier of two classes that chooses by what decisions cost from which probability on a row is positive: a
/// cross-validation gives probabilities of rows by models that have not learned from them, the cheapest cut-off of
/// these is taken, and the base fitted to all rows.
///
///     let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 10)
///     let model = try TunedThreshold(LogisticRegression(), costs: costs).fit(x, labels: y, using: &generator)
///     model.threshold                                     // beside costs.calibratedCutOff()
///     try model.predict(new)
///
/// **Positive is the class that is last in ascending order**, as “yes” is after “no”, and 1 after 0. Where it is the
/// first one, swap the costs. Probabilities are those of the base; only decisions change.
///
/// It is an estimator like others: `crossValidate(tuned, x, labels: y, metrics: [.cost(costs)])` chooses the cut-off
/// within each training part, and so judges the choice as well. Inside, classes are known by their places only, 0 and
/// 1, and so named in errors; rows are dealt into folds whatever group they belong to.
///
/// Scikit-learn's TunedThresholdClassifierCV takes a score instead of costs, and the best of a hundred cut-offs; the
/// best balanced accuracy, which is its default, has costs in inverse proportion to the classes' shares.
///
/// - Complexity: that of the cross-validation, of one more fit, and O(n).
///
/// Source: Elkan, The foundations of cost-sensitive learning, IJCAI 2001; Hastie, Tibshirani and Friedman, The Elements
/// of Statistical Learning, 2nd edition, section 7.10, for choosing by rows that were not learned from.
public struct TunedThreshold<Base: ClassifierEstimator>: ClassifierEstimator {
  public var base: Base
  public var costs: MisclassificationCosts
  public var splitter: any Splitter

  /// - Parameters:
  ///   - costs: without a default. Where both mistakes cost the same, ½ is hard to beat, and there is little to tune.
  ///   - splitter: five stratified folds in random order by default. Of rows that are tested several times the mean
  ///     probability counts.
  public init(_ base: Base, costs: MisclassificationCosts, splitter: any Splitter = KFold()) {
    self.base = base
    self.costs = costs
    self.splitter = splitter
  }

  /// Folds are drawn, and rows dealt into them whatever they weigh.
  public var traits: EstimatorTraits {
    base.traits.intersection(.acceptsMissingValues).union([.samplesRows, .countsRows, .decidesByCutOff])
  }

  /// Chooses the cut-off and fits the base.
  ///
  /// - Throws: `.undefined` for more than two classes, `.invalidOption` for costs that make no sense, what the
  ///   cross-validation and the base throw.
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    try costs.requireSense()
    guard classCount == 2 else {
      throw .undefined(
        "cut-off for \(classCount) classes", reason: "it decides between two; join classes, or fit the base alone")
    }
    let table: CutOffTable
    do throws(LearningError) {
      let result = try ClassificationTask<Base, Int>(x, labels: classIndices, weights: weights).crossValidate(
        base, rows: SplitRows(labels: classIndices), splitter: splitter,
        metrics: [ClassificationMetric<Int>](), keepsModels: false, scoresTraining: false, using: &generator)
      table = try result.outOfFold.cutOffs(for: 1, costs: costs)
    } catch .inFold(let fold, let count, let error) {
      // What is wrong with the whole sample is told as such.
      _ = try base.fit(x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
      throw .inFold(fold, of: count, error)
    }
    let base = try base.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    return Core(base: base, choice: CutOffRecord(table))
  }
}
