import LinearAlgebra
import Optimization
import RealModule

/// The cross-entropy of the softmax, with a penalty, as a function of the weights of all classes: what the toolkit
/// minimises for three classes and more, here for any number, and in more than one way to write it.
///
/// The point holds the classes one after the other, of each the intercept and the coefficients.
struct SoftmaxLoss: DifferentiableFunction {
  let features: Matrix
  let labels: [Int]
  let classCount: Int
  /// Of l2/2 times the sum of the squared coefficients.
  var l2 = 0.0

  var width: Int { features.columnCount + 1 }
  var dimension: Int { classCount * width }
  var gradientScale: Double { Double(labels.count) }

  /// Of each class for each row, n x K.
  func probabilities(at point: [Double]) -> Matrix {
    var scores = features.multiplied(byTransposeOf: coefficients(at: point))
    for i in 0..<scores.rowCount {
      for k in 0..<classCount { scores[i, k] += point[k * width] }
    }
    return Matrix(rowCount: scores.rowCount, columnCount: classCount) { elements in
      for (i, p) in VectorMath.softmaxRows(scores.elements, columns: classCount).enumerated() { elements[i] = p }
    }
  }

  /// Without the intercepts, K x d.
  func coefficients(at point: [Double]) -> Matrix {
    Matrix(rowCount: classCount, columnCount: width - 1) { elements in
      for k in 0..<classCount {
        for j in 1..<width { elements[k * (width - 1) + j - 1] = point[k * width + j] }
      }
    }
  }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    let p = probabilities(at: point)
    let coefficients = coefficients(at: point)
    var value = 0.0
    for j in gradient.indices { gradient[j] = j % width == 0 ? 0 : l2 * point[j] }
    for (i, label) in labels.enumerated() {
      value -= .log(p[i, label])
      for k in 0..<classCount {
        let residual = p[i, k] - (k == label ? 1 : 0)
        gradient[k * width] += residual
        for j in 1..<width { gradient[k * width + j] += residual * features[i, j - 1] }
      }
    }
    return value + l2 / 2 * coefficients.elements.reduce(0) { $0 + $1 * $1 }
  }

  /// The second derivatives: blocks Σ pₖ (1[k = m] - pₘ) x xᵀ for each pair of classes, and the penalty's l2.
  func hessian(at point: [Double]) -> Matrix {
    let p = probabilities(at: point)
    var hessian = Matrix.zeros(dimension, dimension)
    for i in labels.indices {
      let row = [1] + Array(features.row(i))
      for k in 0..<classCount {
        for m in 0..<classCount {
          let weight = p[i, k] * ((k == m ? 1 : 0) - p[i, m])
          for a in 0..<width {
            for b in 0..<width { hessian[k * width + a, m * width + b] += weight * row[a] * row[b] }
          }
        }
      }
    }
    for j in 0..<dimension where j % width > 0 { hessian[j, j] += l2 }
    return hessian
  }
}

/// The same loss with the weights of one class held at zero: its reference.
struct ReferenceCodedLoss: DifferentiableFunction {
  let loss: SoftmaxLoss
  let reference: Int

  var dimension: Int { loss.dimension - loss.width }
  var gradientScale: Double { loss.gradientScale }

  /// The weights of all classes, those of the reference zero.
  func allWeights(_ point: [Double]) -> [Double] {
    var weights = point
    weights.insert(contentsOf: [Double](repeating: 0, count: loss.width), at: reference * loss.width)
    return weights
  }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var whole = [Double](repeating: 0, count: loss.dimension)
    let value = loss.value(at: allWeights(point), gradient: &whole)
    whole.removeSubrange(reference * loss.width..<(reference + 1) * loss.width)
    gradient = whole
    return value
  }
}
