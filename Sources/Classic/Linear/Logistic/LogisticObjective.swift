import Learning
import LinearAlgebra
import Optimization

/// The logistic loss of a sample, with half a ridge penalty: what a logistic regression minimises.
///
///     f(B, b) = Σᵢ wᵢ loss(yᵢ, Bᵀ xᵢ + b) + l2/2 ‖B‖²
///
/// With one output, for two classes, the loss is log(1 + eᶻ) - y z, y being 1 for the second class; with K outputs it
/// is log Σₖ exp(zₖ) - z_y. The intercepts b are not penalised.
///
/// Points are d x m standardised coefficients, row by row, and then the m intercepts that belong to them.
struct LogisticObjective {
  let x: Matrix
  let classIndices: [Int]
  let weights: [Double]?
  /// m: 1 for two classes, K for softmax.
  let outputs: Int
  let scaling: ColumnScaling
  let hasIntercept: Bool
  let l2: Double

  var dimension: Int { (x.columnCount + (hasIntercept ? 1 : 0)) * outputs }

  /// The sum of the weights: the gradient of a sum of losses over standardised features is of that size.
  var gradientScale: Double { scaling.weight }

  /// The same losses with another penalty.
  func with(l2: Double) -> LogisticObjective {
    LogisticObjective(
      x: x, classIndices: classIndices, weights: weights, outputs: outputs, scaling: scaling,
      hasIntercept: hasIntercept, l2: l2)
  }

  /// The coefficients, d x m, in the features' own units.
  func coefficients(at point: [Double]) -> Matrix {
    Matrix(rowCount: x.columnCount, columnCount: outputs) { elements in
      for j in scaling.inverseScale.indices {
        for k in 0..<outputs { elements[j * outputs + k] = point[j * outputs + k] * scaling.inverseScale[j] }
      }
    }
  }

  /// The intercepts that belong to features that are not centred.
  func intercepts(at point: [Double], _ coefficients: Matrix) -> [Double] {
    guard hasIntercept else { return [Double](repeating: 0, count: outputs) }
    let shift = coefficients.transposeMultiplied(by: scaling.center)
    return (0..<outputs).map { point[x.columnCount * outputs + $0] - shift[$0] }
  }

  /// From Xᵀ R and 1ᵀ R to the gradient at standardised coefficients, with the penalty's share.
  func writeGradient(
    of product: Matrix, sums: [Double], _ coefficients: Matrix, into gradient: inout [Double]
  ) {
    let d = x.columnCount
    for j in 0..<d {
      for k in 0..<outputs {
        let raw = product[j, k] - scaling.center[j] * sums[k] + l2 * coefficients[j, k]
        gradient[j * outputs + k] = raw * scaling.inverseScale[j]
      }
    }
    guard hasIntercept else { return }
    for k in 0..<outputs { gradient[d * outputs + k] = sums[k] }
  }

  func penalty(_ coefficients: Matrix) -> Double {
    l2 == 0 ? 0 : 0.5 * l2 * coefficients.elements.reduce(0) { $0 + $1 * $1 }
  }

  /// One pass over the rows.
  private func evaluate(
    at point: [Double], gradient: inout [Double],
    _ keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void = { _, _ in }
  ) -> Double {
    let coefficients = coefficients(at: point)
    let loss = LogisticLoss(objective: self, intercepts: intercepts(at: point, coefficients))
    let pass = FusedProduct(x, coefficients).run { rows, scores in
      loss.turnIntoResiduals(scores, rows: rows, keepingProbabilities: keep)
    }
    writeGradient(of: pass.product, sums: pass.sums, coefficients, into: &gradient)
    return pass.total + penalty(coefficients)
  }
}

extension LogisticObjective: DifferentiableFunction {
  func value(at point: [Double], gradient: inout [Double]) -> Double { evaluate(at: point, gradient: &gradient) }
}

extension LogisticObjective: TwiceDifferentiableFunction {
  /// The probabilities of the outputs, n x m.
  func curvature(at point: [Double], gradient: inout [Double]) -> (value: Double, curvature: Matrix) {
    var probabilities = Matrix.zeros(x.rowCount, outputs)
    var value = 0.0
    probabilities.withUnsafeMutableBufferPointer { target in
      value = evaluate(at: point, gradient: &gradient) { rows, block in
        let start = rows.lowerBound * outputs
        for i in block.indices { target[start + i] = block[i] }
      }
    }
    return (value, probabilities)
  }

  func product(of probabilities: Matrix, with direction: [Double]) -> [Double] {
    let coefficients = coefficients(at: direction)
    let intercepts = intercepts(at: direction, coefficients)
    var result = [Double](repeating: 0, count: dimension)
    let pass = probabilities.withUnsafeBufferPointer { p in
      FusedProduct(x, coefficients).run { rows, scores in
        for i in rows {
          let weight = weights?[i] ?? 1
          let row = (i - rows.lowerBound) * outputs
          let share = i * outputs
          var mean = 0.0
          for k in 0..<outputs {
            scores[row + k] += intercepts[k]
            mean += p[share + k] * scores[row + k]
          }
          for k in 0..<outputs { scores[row + k] = weight * p[share + k] * (scores[row + k] - mean) }
        }
        return 0
      }
    }
    writeGradient(of: pass.product, sums: pass.sums, coefficients, into: &result)
    return result
  }

  func value(at point: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    let (value, probabilities) = curvature(at: point, gradient: &gradient)
    for k in 0..<outputs {
      for l in k..<outputs {
        // p (1 - p) within an output, -p q between two.
        let curvatures = (0..<x.rowCount).map { i in
          (weights?[i] ?? 1) * probabilities[i, k] * (k == l ? 1 - probabilities[i, k] : probabilities[i, l])
        }
        let scatter = scaling.scatter(x, weights: curvatures)
        write(scatter, sign: k == l ? 1 : -1, of: k, l, outputs: outputs, into: &hessian)
      }
    }
    addPenalty(to: &hessian, outputs: outputs)
    if l2 > 0 { fixCommonIntercept(in: &hessian) }
    return value
  }

  /// The block of one output, d + 1 rows with an intercept, where the second derivatives of the rows' losses are these.
  func block(_ curvatures: [Double]) -> Matrix {
    var block = Matrix.zeros(dimension / outputs, dimension / outputs)
    write(scaling.scatter(x, weights: curvatures), sign: 1, of: 0, 0, outputs: 1, into: &block)
    addPenalty(to: &block, outputs: 1)
    return block
  }

  /// Gives curvature to the direction in which all intercepts of a softmax grow together and nothing changes. No
  /// gradient has a part in it, so no step changes; but the Hessian has an inverse.
  private func fixCommonIntercept(in hessian: inout Matrix) {
    guard outputs > 1, hasIntercept else { return }
    let intercepts = x.columnCount * outputs..<dimension
    for k in intercepts {
      for l in intercepts { hessian[k, l] += scaling.weight / Double(outputs * outputs) }
    }
  }

  private func addPenalty(to hessian: inout Matrix, outputs m: Int) {
    for j in 0..<x.columnCount {
      for index in j * m..<(j + 1) * m {
        let inverse = scaling.inverseScale[j]
        // A column that does not vary has no curvature of its own; its coefficient stays where it is.
        hessian[index, index] += inverse == 0 ? 1 : l2 * inverse * inverse
      }
    }
  }

  /// Writes the block of two outputs.
  private func write(
    _ scatter: ColumnScaling.Scatter, sign: Double, of k: Int, _ l: Int, outputs m: Int, into hessian: inout Matrix
  ) {
    let d = x.columnCount
    for i in 0..<d {
      for j in 0..<d {
        hessian[i * m + k, j * m + l] = sign * scatter.products[i, j]
        hessian[i * m + l, j * m + k] = sign * scatter.products[i, j]
      }
      guard hasIntercept else { continue }
      for (row, column) in [(i * m + k, d * m + l), (i * m + l, d * m + k)] {
        hessian[row, column] = sign * scatter.sums[i]
        hessian[column, row] = sign * scatter.sums[i]
      }
    }
    guard hasIntercept else { return }
    hessian[d * m + k, d * m + l] = sign * scatter.weight
    hessian[d * m + l, d * m + k] = sign * scatter.weight
  }
}
