import Classic
import Learning
import LinearAlgebra

/// A classifier that learns nothing, draws from its generator once, and may fail: to see what is done with it.
struct Coin: ClassifierEstimator {
  /// A training row that has this number in its first column is refused.
  var refusedValue = Double.nan
  /// Of the first class; nil for a number that each fit draws.
  var probability: Double?

  var traits: EstimatorTraits { .samplesRows }

  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    for row in 0..<x.rowCount where x[row, 0] == refusedValue {
      throw .outsideSupport(distribution: "coin", row: row, value: "\(x[row, 0])", support: "other numbers")
    }
    let first = probability ?? Double.random(in: 0.01..<0.99, using: &generator)
    return Core(first: first, classCount: classCount, featureCount: x.columnCount)
  }

  struct Core: ClassifierCore {
    let first: Double
    let classCount, featureCount: Int

    var report: FitReport { FitReport(method: "toss") }

    func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      let other = (1 - first) / Double(classCount - 1)
      var result = Matrix(repeating: other, rowCount: x.rowCount, columnCount: classCount)
      for row in 0..<x.rowCount { result[row, 0] = first }
      return result
    }
  }
}
