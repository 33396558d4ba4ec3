import LinearAlgebra

/// The loss of rows, and its derivative with respect to their linear predictors.
struct LogisticLoss {
  let objective: LogisticObjective
  let intercepts: [Double]

  /// Adds up the loss of rows whose products with the coefficients stand in `scores`, m each, and puts the derivatives
  /// of the loss in their place: wᵢ (p - y).
  ///
  /// - Parameter keepingProbabilities: sees the probabilities of the outputs on the way.
  func turnIntoResiduals(
    _ scores: UnsafeMutableBufferPointer<Double>, rows: Range<Int>,
    keepingProbabilities keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    objective.outputs == 1 ? binary(scores, rows, keep) : softmax(scores, rows, keep)
  }

  private func binary(
    _ z: UnsafeMutableBufferPointer<Double>, _ rows: Range<Int>,
    _ keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    let (y, weights) = (objective.classIndices, objective.weights)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: z.count) { losses in
      losses.initialize(repeating: 0)
      for i in z.indices {
        z[i] += intercepts[0]
        // log(1 + eᶻ) for class 0, log(1 + e⁻ᶻ) for class 1: no large numbers cancel.
        losses[i] = y[rows.lowerBound + i] == 0 ? z[i] : -z[i]
      }
      VectorMath.softplus(UnsafeBufferPointer(losses), into: losses)
      VectorMath.sigmoid(UnsafeBufferPointer(z), into: z)
      keep(rows, z)
      var total = 0.0
      for i in z.indices {
        let weight = weights?[rows.lowerBound + i] ?? 1
        total += weight * losses[i]
        z[i] = weight * (z[i] - Double(y[rows.lowerBound + i]))
      }
      return total
    }
  }

  private func softmax(
    _ z: UnsafeMutableBufferPointer<Double>, _ rows: Range<Int>,
    _ keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    let (y, weights, m) = (objective.classIndices, objective.weights, objective.outputs)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * rows.count) { memory in
      memory.initialize(repeating: 0)
      let normalizers = UnsafeMutableBufferPointer(rebasing: memory[..<rows.count])
      let own = UnsafeMutableBufferPointer(rebasing: memory[rows.count...])
      for i in own.indices {
        for k in 0..<m { z[i * m + k] += intercepts[k] }
        own[i] = z[i * m + y[rows.lowerBound + i]]
      }
      VectorMath.logSumExpRows(UnsafeBufferPointer(z), columns: m, into: normalizers)
      VectorMath.softmaxRows(UnsafeBufferPointer(z), columns: m, into: z)
      keep(rows, z)
      var total = 0.0
      for i in own.indices {
        let weight = weights?[rows.lowerBound + i] ?? 1
        total += weight * (normalizers[i] - own[i])
        z[i * m + y[rows.lowerBound + i]] -= 1
        if weights != nil {
          for k in 0..<m { z[i * m + k] *= weight }
        }
      }
      return total
    }
  }
}
