import Learning
import LinearAlgebra

/// What a logistic regression is fitted to.
struct LogisticSample {
  let x: Matrix
  /// Below `classCount`, one for each row.
  let classIndices: [Int]
  let classCount: Int
  /// Positive, one for each row; nil for ones.
  let weights: [Double]?

  init(x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) {
    self.x = x
    self.classIndices = classIndices
    self.classCount = classCount
    self.weights = weights
  }

  /// The rows of positive weight with their labels as indices.
  ///
  /// - Throws: what ``ClassifierEstimator/fit(_:labels:weights:using:)`` throws for data that do not fit together.
  init<Label: ClassLabel>(_ x: Matrix, labels: [Label], weights: [Double]?) throws(LearningError) {
    self.init(try LabelledSample(x, labels: labels, weights: weights))
  }

  init(_ sample: LabelledSample<some ClassLabel>) {
    self.init(
      x: sample.x, classIndices: sample.classIndices, classCount: sample.classes.count, weights: sample.weights)
  }

  /// What the rows of each class weigh together.
  var weightOfClass: [Double] {
    if weights == nil && classCount == 2 {
      // The indices are 0 and 1; their sum waits for no memory.
      let ones = Double(classIndices.reduce(0, +))
      return [Double(classIndices.count) - ones, ones]
    }
    var sums = [Double](repeating: 0, count: classCount)
    for (row, index) in classIndices.enumerated() { sums[index] += weights?[row] ?? 1 }
    return sums
  }

  /// The same rows, each weighing as much more as its class counts; itself for nil.
  func weighted(by classFactors: [Double]?) -> LogisticSample {
    guard let classFactors else { return self }
    return LogisticSample(
      x: x, classIndices: classIndices, classCount: classCount,
      weights: classIndices.enumerated().map { row, index in classFactors[index] * (weights?[row] ?? 1) })
  }

  /// The same rows, one class as the second and all others as the first.
  func versusRest(_ index: Int) -> LogisticSample {
    LogisticSample(x: x, classIndices: classIndices.map { $0 == index ? 1 : 0 }, classCount: 2, weights: weights)
  }
}
