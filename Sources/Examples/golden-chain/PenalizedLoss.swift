import Classic
import Learning
import LinearAlgebra

/// (Σᵢ -log pᵢ + l2/2 Σⱼ wⱼ²) / n, where pᵢ is the probability that a patient's outcome was given and w₀, the
/// intercept, goes without a penalty.
struct PenalizedLoss {
  /// The features, and a column of ones before them.
  private let x: Matrix
  private let isMalignant: [Bool]
  private let l2: Double
  /// The weights of the least loss, by the toolkit.
  let minimum: [Double]
  /// No curvature of the loss is larger, wherever: the largest eigenvalue of XᵀX / 4n, and the penalty's.
  let largestCurvature: Double

  init(_ features: Matrix, _ isMalignant: [Bool], l2: Double) throws {
    let n = features.rowCount
    let width = features.columnCount + 1
    x = Matrix(rowCount: n, columnCount: width) { elements in
      for i in 0..<n {
        elements[i * width] = 1
        for j in 1..<width { elements[i * width + j] = features[i, j - 1] }
      }
    }
    self.isMalignant = isMalignant
    self.l2 = l2
    let model = try LogisticRegression(penalty: .l2(l2)).fit(features, labels: isMalignant.map { $0 ? 1 : 0 })
    minimum = [model.core.intercepts[0]] + model.core.coefficients.row(0)
    largestCurvature = ((try x.gram().symmetricEigenvalues().first ?? .nan) / 4 + l2) / Double(n)
  }

  private var count: Double { Double(isMalignant.count) }

  func value(at weights: [Double]) -> Double {
    let logLikelihood = bernoulliLogLikelihood(x, isMalignant, weights: weights, intercept: 0)
    return (l2 / 2 * weights.dropFirst().reduce(0) { $0 + $1 * $1 } - logLikelihood) / count
  }

  /// Xᵀ(p - y) / n, and the penalty's.
  func gradient(at weights: [Double]) -> [Double] {
    let errors = zip(VectorMath.sigmoid(x.multiplied(by: weights)), isMalignant).map { p, ill in p - (ill ? 1 : 0) }
    return zip(x.transposeMultiplied(by: errors), weights).enumerated().map { j, pair in
      (pair.0 + (j == 0 ? 0 : l2 * pair.1)) / count
    }
  }

  /// The matrix of second derivatives: XᵀWX / n with the weights p (1 - p), and the penalty's on the diagonal.
  func curvature(at weights: [Double]) -> Matrix {
    let probabilities = VectorMath.sigmoid(x.multiplied(by: weights))
    var curvature = x.scalingRows(by: probabilities.map { ($0 * (1 - $0) / count).squareRoot() }).gram()
    for j in 1..<weights.count { curvature[j, j] += l2 / count }
    return curvature
  }
}

/// Σᵢ log pᵢ for the malignant and log(1 - pᵢ) for the benign, from the log-odds, so that nothing is rounded to zero.
func bernoulliLogLikelihood(_ x: Matrix, _ isMalignant: [Bool], weights: [Double], intercept: Double) -> Double {
  let against = zip(x.multiplied(by: weights), isMalignant).map { z, ill in ill ? -(z + intercept) : z + intercept }
  return -VectorMath.softplus(against).reduce(0, +)
}
