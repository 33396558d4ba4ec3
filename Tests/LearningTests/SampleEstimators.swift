import Learning
import LinearAlgebra

/// Predicts the commonest class: the least that is a classifier.
struct MajorityClass: DeterministicClassifierEstimator {
  struct Core: ClassifierCore, Equatable {
    let shares: [Double]
    let featureCount: Int

    var classCount: Int { shares.count }
    var report: FitReport { FitReport(method: "shares of the classes") }

    func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      var result = Matrix.zeros(x.rowCount, classCount)
      for i in 0..<x.rowCount {
        for k in 0..<classCount { result[i, k] = shares[k] }
      }
      return result
    }
  }

  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> Core {
    var sums = [Double](repeating: 0, count: classCount)
    for (row, index) in classIndices.enumerated() { sums[index] += weights?[row] ?? 1 }
    let total = sums.reduce(0, +)
    return Core(shares: sums.map { $0 / total }, featureCount: x.columnCount)
  }
}

/// Predicts one class drawn when it was fitted.
struct DrawnClass: ClassifierEstimator {
  struct Core: ClassifierCore, Equatable {
    let drawn: Int
    let classCount: Int
    let featureCount: Int

    var report: FitReport { FitReport(method: "one draw") }

    func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      var result = Matrix.zeros(x.rowCount, classCount)
      for i in 0..<x.rowCount { result[i, drawn] = 1 }
      return result
    }
  }

  var traits: EstimatorTraits { .samplesRows }

  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    Core(
      drawn: classIndices[generator.nextIndex(below: classIndices.count)], classCount: classCount,
      featureCount: x.columnCount)
  }
}

/// Predicts the mean of the targets.
struct MeanTarget: DeterministicRegressorEstimator {
  struct Model: Regressor, Codable, Equatable {
    let mean: Double
    let featureCount: Int

    var report: FitReport { FitReport(method: "mean") }

    func predict(_ x: Matrix) throws(LearningError) -> [Double] {
      try requireFitting(x)
      return [Double](repeating: mean, count: x.rowCount)
    }
  }

  func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    try requireSamples(x, (.targets, targets.count))
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let targets = kept.select(targets)
    let weights = kept.weights ?? targets.map { _ in 1 }
    let sum = zip(targets, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Model(mean: sum / weights.reduce(0, +), featureCount: x.columnCount)
  }
}

/// Leaves samples as they are.
struct Unchanged: DeterministicTransformerEstimator {
  struct Model: Transformer, Codable, Equatable {
    let featureCount: Int

    var outputCount: Int { featureCount }
    var report: FitReport { FitReport(method: "nothing") }

    func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      return x
    }
  }

  func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    try requireSamples(x)
    return Model(featureCount: x.columnCount)
  }
}

/// Counts how often it is asked.
struct CountingGenerator: RandomNumberGenerator {
  private(set) var draws = 0

  mutating func next() -> UInt64 {
    draws += 1
    return UInt64(draws) << 60
  }
}
