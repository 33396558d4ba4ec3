import LinearAlgebra
import Optimization

/// The logistic loss of a sample with a ridge penalty, written as a reader would who has a function of his own:
///
///     f(b) = Σᵢ [log(1 + exp(zᵢ)) - yᵢ zᵢ] + l2/2 Σⱼ bⱼ²,  zᵢ = xᵢᵀb
///
/// The first column of x is ones; its coefficient, the intercept, is not penalised.
struct LogisticSum: FiniteSum {
  let x: Matrix
  /// 0 or 1.
  let y: [Double]
  let l2: Double

  init(features: Matrix, classes: [Int], l2: Double) {
    x = Matrix(rowCount: features.rowCount, columnCount: features.columnCount + 1) { elements in
      for i in 0..<features.rowCount {
        elements[i * (features.columnCount + 1)] = 1
        for j in 0..<features.columnCount { elements[i * (features.columnCount + 1) + j + 1] = features[i, j] }
      }
    }
    y = classes.map(Double.init)
    self.l2 = l2
  }

  var dimension: Int { x.columnCount }
  var termCount: Int { x.rowCount }
  var gradientScale: Double { Double(termCount) }

  func value(at b: [Double], gradient: inout [Double]) -> Double {
    let z = x.multiplied(by: b)
    let residuals = zip(VectorMath.sigmoid(z), y).map { $0 - $1 }
    gradient = x.transposeMultiplied(by: residuals)
    for j in b.indices.dropFirst() { gradient[j] += l2 * b[j] }
    return zip(VectorMath.softplus(z), zip(y, z)).reduce(penalty(b)) { $0 + $1.0 - $1.1.0 * $1.1.1 }
  }

  func gradient(of terms: ArraySlice<Int>, at b: [Double], into gradient: inout [Double]) {
    let share = Double(terms.count) / Double(termCount)
    for j in b.indices { gradient[j] = j == 0 ? 0 : share * l2 * b[j] }
    for i in terms {
      let row = x.row(i)
      let residual = VectorMath.sigmoid([score(row, b)])[0] - y[i]
      for j in b.indices { gradient[j] += residual * row[j] }
    }
  }

  func value(of terms: ArraySlice<Int>, at b: [Double]) -> Double {
    let z = terms.map { score(x.row($0), b) }
    let share = Double(terms.count) / Double(termCount)
    return zip(VectorMath.softplus(z), zip(terms, z)).reduce(share * penalty(b)) { $0 + $1.0 - y[$1.1.0] * $1.1.1 }
  }

  private func score(_ row: Matrix.Row, _ b: [Double]) -> Double {
    var z = 0.0
    for j in b.indices { z += row[j] * b[j] }
    return z
  }

  private func penalty(_ b: [Double]) -> Double { l2 / 2 * b.dropFirst().reduce(0) { $0 + $1 * $1 } }
}

extension LogisticSum: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  /// XᵀWX with the weights p (1 - p), and the penalty on its diagonal.
  func value(at b: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    let probabilities = VectorMath.sigmoid(x.multiplied(by: b))
    hessian = x.scalingRows(by: probabilities.map { ($0 * (1 - $0)).squareRoot() }).gram()
    for j in 1..<dimension { hessian[j, j] += l2 }
    return value(at: b, gradient: &gradient)
  }

  /// The largest and the smallest curvature of the mean loss f/n.
  func curvatureOfMean(at b: [Double]) throws -> (largest: Double, smallest: Double) {
    var gradient = b
    var hessian = Matrix.zeros(dimension, dimension)
    _ = value(at: b, gradient: &gradient, hessian: &hessian)
    let eigenvalues = try hessian.symmetricEigenvalues()
    return ((eigenvalues.first ?? .nan) / gradientScale, (eigenvalues.last ?? .nan) / gradientScale)
  }
}
