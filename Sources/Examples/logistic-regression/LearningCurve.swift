import Classic
import Learning
import LinearAlgebra
import Stats

/// A classifier to compare.
struct Contender {
  let name: String
  let estimator: any ClassifierEstimator

  static let all = [
    // As good as no penalty, except that it has an optimum where the samples are separated, too.
    Contender(name: "logistic, L2 of 1e-6", estimator: LogisticRegression(penalty: .l2(1e-6))),
    Contender(name: "logistic, L2 of 1", estimator: LogisticRegression(penalty: .l2(1))),
    Contender(name: "naive Bayes", estimator: GaussianNaiveBayes()),
    Contender(name: "LDA", estimator: LinearDiscriminantAnalysis()),
  ]
}

/// The errors of contenders that learn from few and from many samples, over repeated draws. In each repeat all of them
/// see the same samples.
struct LearningCurve {
  let sizes: [Int]
  /// The share of wrong answers by size, contender and repeat.
  let errors: [[[Double]]]

  init(
    _ x: Matrix, labels: [Int], contenders: [Contender], sizes: [Int], testCount: Int, repeats: Int,
    using generator: inout some RandomNumberGenerator
  ) throws {
    self.sizes = sizes
    var errors = sizes.map { _ in contenders.map { _ in [Double]() } }
    for _ in 0..<repeats {
      let share = Double(testCount) / Double(labels.count)
      let split = try trainTestSplit(stratifiedBy: labels, testShare: share, using: &generator)
      let testLabels = split.test.map { labels[$0] }
      for (place, size) in sizes.enumerated() {
        let rows = split.training.prefix(size)
        let training = x.selectingRows(rows)
        let scaled = try training.standardized(by: training)
        let test = try x.selectingRows(split.test).standardized(by: training)
        for (index, contender) in contenders.enumerated() {
          let found = try Self.predict(contender.estimator, scaled, rows.map { labels[$0] }, test, using: &generator)
          errors[place][index].append(1 - (try accuracy(of: found, labels: testLabels)))
        }
      }
    }
    self.errors = errors
  }

  /// The mean error at a size, and its standard error over the repeats.
  func mean(_ size: Int, _ contender: Int) throws -> (value: Double, error: Double) {
    let moments = try SampleMoments(of: errors[size][contender])
    return (moments.mean, moments.standardErrorOfMean)
  }

  /// By how much one contender errs more often than another, in the standard errors of their differences.
  func difference(_ size: Int, _ first: Int, less second: Int) throws -> Double {
    let differences = try SampleMoments(of: zip(errors[size][first], errors[size][second]).map { $0 - $1 })
    return differences.mean / differences.standardErrorOfMean
  }

  /// Of so many draws of `size` samples, in how many a plane separates the classes.
  static func separatedDraws(
    _ x: Matrix, labels: [Int], size: Int, repeats: Int, using generator: inout some RandomNumberGenerator
  ) throws -> Int {
    var count = 0
    for _ in 0..<repeats {
      let share = Double(size) / Double(labels.count)
      let rows = try trainTestSplit(stratifiedBy: labels, testShare: share, using: &generator).test
      let model = try LogisticRegression(penalty: .none).fit(
        x.selectingRows(rows), labels: rows.map { labels[$0] })
      if model.report.warnings.contains(where: { $0.kind == .separation }) { count += 1 }
    }
    return count
  }

  private static func predict(
    _ estimator: some ClassifierEstimator, _ x: Matrix, _ labels: [Int], _ test: Matrix,
    using generator: inout some RandomNumberGenerator
  ) throws -> [Int] {
    try estimator.fit(x, labels: labels, using: &generator).predict(test)
  }
}
