import LinearAlgebra
internal import RealModule

extension LogisticSample {
  /// The log-likelihood where each class has its share as the probability of every row.
  var nullLogLikelihood: Double {
    let weightOfClass = weightOfClass
    let total = weightOfClass.reduce(0, +)
    return weightOfClass.reduce(0) { $0 + ($1 > 0 ? $1 * .log($1 / total) : 0) }
  }

  /// Of probabilities that are the softmax of these rows, n x K.
  func logLikelihood(of scores: Matrix) -> Double {
    let normalizers = VectorMath.logSumExpRows(scores.elements, columns: classCount)
    return classIndices.enumerated().reduce(0) { sum, entry in
      let (row, index) = entry
      return sum + (weights?[row] ?? 1) * (scores[row, index] - normalizers[row])
    }
  }
}

extension Matrix {
  /// log σ(z) of each element.
  func logOfSigmoids() -> Matrix {
    let losses = VectorMath.softplus(elements.map { -$0 })
    return Matrix(rowCount: rowCount, columnCount: columnCount) { target in
      for (index, loss) in losses.enumerated() { target[index] = -loss }
    }
  }
}
