import Classic
import Datasets
import Learning
import LinearAlgebra
import RealModule

typealias FittedRegression = LogisticRegression.Model<Int>

/// Samples of several classes, 0, 1, 2, ...
struct LabelledSample {
  var features: Matrix
  var labels: [Int]

  func selecting(_ rows: [Int]) -> LabelledSample {
    LabelledSample(features: features.selectingRows(rows), labels: rows.map { labels[$0] })
  }

  /// Every column less its mean in another sample, in units of its standard deviation there; a column that never varies
  /// there only less its mean.
  func standardized(as reference: LabelledSample) throws -> LabelledSample {
    let moments = try ColumnMoments(of: reference.features)
    let scale = moments.variances().map { $0 > 0 ? $0.squareRoot() : 1 }
    return LabelledSample(features: features.standardized(center: moments.mean, scale: scale), labels: labels)
  }

  /// Normal classes with standard deviation 1 around centres on a line.
  static func onLine(
    centers: [Double], counts: [Int], using generator: inout some RandomNumberGenerator
  ) throws -> LabelledSample {
    let made = try Datasets.blobs(
      centers: Matrix(rows: centers.map { [$0] }), counts: counts, using: &generator)
    return LabelledSample(features: made.features, labels: made.labels)
  }
}

/// Both ways to choose among several classes.
let ways: [(name: String, multiclass: LogisticRegression.Multiclass)] = [
  ("softmax", .softmax), ("one-vs-rest", .oneVsRest),
]

extension LogisticRegression {
  func fit(_ sample: LabelledSample) throws -> FittedRegression {
    try fit(sample.features, labels: sample.labels)
  }
}

/// How well a model does on rows that it did not see.
struct Judgement {
  var accuracy = 0.0
  var logLoss = 0.0
  var brierScore = 0.0

  /// The means over folds, each standardised by its own training rows.
  init(
    _ method: LogisticRegression, _ sample: LabelledSample, folds: [TrainTestSplit]
  ) throws {
    for fold in folds {
      let training = sample.selecting(fold.training)
      let test = try sample.selecting(fold.test).standardized(as: training)
      let model = try method.fit(training.standardized(as: training))
      let probabilities = try model.probabilities(for: test.features)
      let share = 1 / Double(folds.count)
      accuracy += share * (try Classic.accuracy(of: model.predict(test.features), labels: test.labels))
      logLoss += share * (try Classic.logLoss(of: probabilities, labels: test.labels, classes: model.classes))
      brierScore += share * (try Classic.brierScore(of: probabilities, labels: test.labels, classes: model.classes))
    }
  }
}

/// The share of the rows of one class that a model finds.
func recall(of label: Int, _ predictions: [Int], _ labels: [Int]) -> Double {
  let rows = labels.indices.filter { labels[$0] == label }
  return Double(rows.count { predictions[$0] == label }) / Double(rows.count)
}

/// The largest sum of a row's coefficients over the classes, in magnitude.
func largestColumnSum(_ coefficients: Matrix) -> Double {
  coefficients.columns.map { abs($0.reduce(0, +)) }.max() ?? .nan
}

func grid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}

func largestDifference(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? .nan }
