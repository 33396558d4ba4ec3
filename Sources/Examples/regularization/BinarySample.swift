import Classic
import Datasets
import Learning
import LinearAlgebra

/// Samples of two classes, 0 and 1.
struct BinarySample {
  var features: Matrix
  var labels: [Int]

  var count: Int { labels.count }

  func selecting(_ rows: some Collection<Int>) -> BinarySample {
    BinarySample(features: features.selectingRows(rows), labels: rows.map { labels[$0] })
  }

  func selecting(columns: some Collection<Int>) -> BinarySample {
    BinarySample(features: features.selectingColumns(columns), labels: labels)
  }

  /// As many rows drawn with replacement.
  func resampled(using generator: inout some RandomNumberGenerator) -> BinarySample {
    selecting(labels.map { _ in Int.random(in: 0..<count, using: &generator) })
  }

  /// Every column less its mean in another sample, in units of its standard deviation there: what a test sample must
  /// not be asked about itself.
  func standardized(as reference: BinarySample) throws -> BinarySample {
    let moments = try ColumnMoments(of: reference.features)
    let scale = moments.variances().map { $0.squareRoot() }
    return BinarySample(features: features.standardized(center: moments.mean, scale: scale), labels: labels)
  }
}

extension ClassificationDataset {
  /// All of its rows, each column with mean 0 and standard deviation 1.
  func standardized() throws -> BinarySample {
    let sample = BinarySample(features: features, labels: labels)
    return try sample.standardized(as: sample)
  }
}

typealias FittedRegression = LogisticRegression.Model<Int>

extension LogisticRegression {
  func fit(_ sample: BinarySample) throws -> FittedRegression {
    try fit(sample.features, labels: sample.labels)
  }
}

extension Classified where Core == LogisticRegression.Core, Label == Int {
  /// The log-odds of class 1, one for each row.
  func logOdds(for sample: BinarySample) throws -> [Double] { try core.logOdds(for: sample.features) }

  /// The mean log loss of a sample, in nats a row.
  func loss(of sample: BinarySample) throws -> Double {
    // From the log-odds: certainty that is wrong costs much, but never infinity.
    try logLoss(ofLogOdds: logOdds(for: sample), labels: sample.labels.map { $0 == 1 })
  }

  func accuracy(on sample: BinarySample) throws -> Double {
    try Classic.accuracy(of: predict(sample.features), labels: sample.labels)
  }

  /// The coefficients of the log-odds of class 1, without the intercept.
  var weights: [Double] { Array(core.coefficients.row(0)) }

  var nonzeroCount: Int { weights.count { $0 != 0 } }
}
