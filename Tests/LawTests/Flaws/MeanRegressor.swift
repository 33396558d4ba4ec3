import Learning
import LinearAlgebra

/// Predicts the mean of the targets, shrunk towards zero: an estimator that keeps all laws with as little as possible.
struct MeanRegressor: DeterministicRegressorEstimator {
  /// The share of the mean that is taken off, from 0 to 1.
  var shrinkage = 0.0

  struct Model: Regressor, Codable {
    let featureCount: Int
    let mean: Double
    var report = FitReport(method: "mean")

    func predict(_ x: Matrix) throws(LearningError) -> [Double] {
      try requireFitting(x)
      return [Double](repeating: mean, count: x.rowCount)
    }
  }

  func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    guard shrinkage >= 0, shrinkage <= 1 else {
      throw .invalidOption(name: "shrinkage", value: "\(shrinkage)", allowed: "between 0 and 1")
    }
    try requireSamples(x, (.targets, targets.count))
    try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    for (row, target) in targets.enumerated() where !target.isFinite {
      throw .valueNotFinite(.targets, row: row, value: target)
    }
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let used = kept.select(targets)
    let ones = kept.weights ?? [Double](repeating: 1, count: used.count)
    let mean = zip(used, ones).reduce(0) { $0 + $1.0 * $1.1 } / ones.reduce(0, +)
    guard mean.isFinite else { throw .linearAlgebra(.overflow(operation: "sum of the targets")) }
    return Model(featureCount: x.columnCount, mean: mean * (1 - shrinkage))
  }
}
