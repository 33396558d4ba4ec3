import Learning
import LinearAlgebra

/// Puts zeros in the place of missing values and multiplies by a factor: the least that a step with missing values, an
/// overflow or a fit that does not converge can do.
struct ZeroFill: DeterministicTransformerEstimator, Hashable {
  var factor = 1.0
  var termination = FitReport.Termination.closedForm

  var traits: EstimatorTraits { [.deterministic, .acceptsMissingValues] }

  func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    try requireSamples(x)
    try x.requireNotInfinite()
    return Model(
      featureCount: x.columnCount, factor: factor, report: FitReport(method: "zeros", termination: termination))
  }

  struct Model: Transformer, Codable {
    let featureCount: Int
    let factor: Double
    let report: FitReport

    var outputCount: Int { featureCount }

    func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try x.requireNotInfinite()
      return x.map { $0.isNaN ? 0 : $0 * factor }
    }
  }
}
