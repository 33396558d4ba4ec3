import LinearAlgebra
import Optimization

/// Logistic losses of two classes over the same rows, each with its own weights and ridge penalty: what the fits of a
/// cross-validation minimise. One pass over the rows evaluates them all.
///
/// A row that one of them does not learn from has the weight zero there.
struct LogisticFamily {
  private let members: [LogisticObjective]
  /// 1 for class 0, -1 for class 1.
  private let signs: [Double]

  /// - Parameter members: at least one, of one output and of the same rows, classes and kind of intercept.
  init(_ members: [LogisticObjective]) {
    self.members = members
    signs = members[0].classIndices.map { $0 == 0 ? 1 : -1 }
  }

  /// Adds up the loss of a member's rows, whose products with the coefficients stand in `scores`, and puts the
  /// derivatives of the loss in their place.
  private func turnIntoResiduals(
    _ scores: UnsafeMutableBufferPointer<Double>, rows: Range<Int>, intercept: Double, weights: [Double]?
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * rows.count) { memory in
      memory.initialize(repeating: 1)
      let losses = UnsafeMutableBufferPointer(rebasing: memory[..<rows.count])
      let ownWeights = UnsafeMutableBufferPointer(rebasing: memory[rows.count...])
      if let weights { _ = ownWeights.update(fromContentsOf: weights[rows]) }
      return signs.withUnsafeBufferPointer { signs in
        let signs = UnsafeBufferPointer(rebasing: signs[rows])
        for i in scores.indices { scores[i] = signs[i] * (scores[i] + intercept) }
        VectorMath.softplus(UnsafeBufferPointer(scores), into: losses)
        VectorMath.sigmoid(UnsafeBufferPointer(scores), into: scores)
        for i in scores.indices {
          scores[i] *= signs[i] * ownWeights[i]
          losses[i] *= ownWeights[i]
        }
        return losses.reduce(0, +)
      }
    }
  }
}

extension LogisticFamily: FunctionFamily {
  var count: Int { members.count }

  var dimension: Int { members[0].dimension }

  func gradientScale(of function: Int) -> Double { members[function].gradientScale }

  func evaluate(_ functions: [Int], at points: [[Double]]) -> [(value: Double, gradient: [Double])] {
    let x = members[0].x
    let coefficients = zip(functions, points).map { members[$0].coefficients(at: $1) }
    let intercepts = functions.indices.map {
      members[functions[$0]].intercepts(at: points[$0], coefficients[$0])[0]
    }
    let rows = Matrix(rowCount: functions.count, columnCount: x.columnCount) { elements in
      for (index, coefficients) in coefficients.enumerated() {
        for j in 0..<x.columnCount { elements[index * x.columnCount + j] = coefficients[j, 0] }
      }
    }
    let pass = FusedTransposedProduct(x, rows).run { index, rows, scores in
      turnIntoResiduals(
        scores, rows: rows, intercept: intercepts[index], weights: members[functions[index]].weights)
    }
    return functions.indices.map { index in
      let member = members[functions[index]]
      let product = Matrix(rowCount: x.columnCount, columnCount: 1) { elements in
        for j in 0..<x.columnCount { elements[j] = pass.product[index, j] }
      }
      var gradient = [Double](repeating: 0, count: dimension)
      member.writeGradient(of: product, sums: [pass.sums[index]], coefficients[index], into: &gradient)
      return (pass.totals[index] + member.penalty(coefficients[index]), gradient)
    }
  }
}
