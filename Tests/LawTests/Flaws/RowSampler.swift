import Learning
import LinearAlgebra

/// Predicts the mean of as many rows, drawn at random with replacement: an estimator that an exemption is for.
struct RowSampler: RegressorEstimator {
  /// Whether it does what its traits declare; without, it predicts the mean.
  var sampling = true

  var traits: EstimatorTraits { .samplesRows }

  func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> MeanRegressor.Model {
    let model = try MeanRegressor().fit(x, targets: targets, weights: weights)
    guard sampling else { return model }
    let kept = try WeightedRows(weights, rowCount: x.rowCount).select(targets)
    let drawn = kept.map { _ in kept[generator.nextIndex(below: kept.count)] }
    return MeanRegressor.Model(
      featureCount: model.featureCount, mean: drawn.reduce(0) { $0 + $1 / Double(drawn.count) })
  }
}
