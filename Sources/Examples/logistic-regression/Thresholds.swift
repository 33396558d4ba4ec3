import Classic
import Learning
import LinearAlgebra
import Stats

/// Probabilities of class 1 of every sample, each from a model that did not learn from it.
func outOfFoldProbabilities(
  _ estimator: LogisticRegression, _ x: Matrix, labels: [Int], using generator: inout some RandomNumberGenerator
) throws -> [Double] {
  var probabilities = [Double](repeating: 0, count: labels.count)
  for fold in try KFold(foldCount: 5).folds(stratifiedBy: labels, using: &generator) {
    let model = try estimator.fit(x.selectingRows(fold.training), labels: fold.training.map { labels[$0] })
    let tested = try model.probabilities(for: x.selectingRows(fold.test)).column(1)
    for (place, row) in fold.test.enumerated() { probabilities[row] = tested[place] }
  }
  return probabilities
}

/// What comes of it when everybody with at least a threshold's probability is taken for class 1.
struct ThresholdOutcome {
  let threshold: Double
  let hits, falseAlarms, misses: Int
  let accuracy: Double

  init(threshold: Double, probabilities: [Double], labels: [Int]) {
    let flagged = probabilities.map { $0 >= threshold }
    func count(_ isFlagged: Bool, _ label: Int) -> Int {
      labels.indices.count { flagged[$0] == isFlagged && labels[$0] == label }
    }
    self.threshold = threshold
    hits = count(true, 1)
    falseAlarms = count(true, 0)
    misses = count(false, 1)
    accuracy = Double(labels.count - falseAlarms - misses) / Double(labels.count)
  }

  /// The total cost where a miss costs as much as so many false alarms.
  func cost(ofMiss missCost: Int) -> Int { missCost * misses + falseAlarms }
}

/// The share of class 1 among the samples in one stretch of a feature, and what a model expects there.
struct ObservedShare {
  let center, share, expected: Double
  /// 95 %, by Wilson.
  let interval: IntervalEstimate
  let count: Int

  /// One for each stretch of `width` with at least ten samples.
  static func bins(
    of feature: [Double], width: Double, labels: [Int], probabilities: [Double]
  ) throws -> [ObservedShare] {
    let bins = Dictionary(grouping: feature.indices) { (feature[$0] / width).rounded(.down) }
    return try bins.filter { $0.value.count >= 10 }.sorted { $0.key < $1.key }.map { bin, rows in
      let ill = rows.count { labels[$0] == 1 }
      return ObservedShare(
        center: (bin + 0.5) * width, share: Double(ill) / Double(rows.count),
        expected: rows.reduce(0) { $0 + probabilities[$1] } / Double(rows.count),
        interval: try Bernoulli.fit(successes: ill, trials: rows.count).wilsonInterval(), count: rows.count)
    }
  }
}
