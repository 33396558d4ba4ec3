import Learning
import LinearAlgebra
import TestSupport

/// Columns less their mean, divided by their standard deviation; with or without a flaw.
struct Standardizer: DeterministicTransformerEstimator {
  enum Flaw: String, CaseIterable, Codable, Sendable {
    case declaresOneColumnMore, dividesByZero

    /// The law that is broken so.
    var breaks: Law {
      switch self {
      case .declaresOneColumnMore: .resultsHaveTheirShape
      case .dividesByZero: .constantColumnDoesNoHarm
      }
    }
  }

  var flaw: Flaw?

  struct Model: Transformer, Codable {
    let mean: [Double]
    let scale: [Double]
    let flaw: Flaw?
    var report = FitReport(method: "column moments")

    var featureCount: Int { mean.count }
    var outputCount: Int { mean.count + (flaw == .declaresOneColumnMore ? 1 : 0) }

    func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      let result = x.standardized(center: mean, scale: scale)
      guard flaw == .dividesByZero || result.maximumMagnitude.isFinite else {
        throw .linearAlgebra(.overflow(operation: "quotient by the standard deviation"))
      }
      return result
    }
  }

  func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let used = try kept.select(x)
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try Moments(of: used, weights: kept.weights)
    }
    let scale = moments.variances(.maximumLikelihood).map { variance in
      variance > 0 || flaw == .dividesByZero ? variance.squareRoot() : 1
    }
    return Model(mean: moments.mean, scale: scale, flaw: flaw)
  }
}
