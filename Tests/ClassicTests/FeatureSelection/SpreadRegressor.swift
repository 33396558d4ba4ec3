import Classic
import Learning
import LinearAlgebra

/// Predicts zeros, and weighs each feature by its variance: equal columns weigh the same to the bit.
struct SpreadRegressor: DeterministicRegressorEstimator {
  struct Model: Regressor, WeighsFeatures, Codable {
    let featureWeights: [Double]
    var report = FitReport(method: "variances")

    var featureCount: Int { featureWeights.count }

    func predict(_ x: Matrix) throws(LearningError) -> [Double] { [Double](repeating: 0, count: x.rowCount) }
  }

  func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    Model(featureWeights: try VarianceThreshold().fit(x, weights: weights).variances)
  }
}
