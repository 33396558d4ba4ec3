import LinearAlgebra

extension Matrix {
  /// The softmax of each row: scores or joint log-likelihoods become probabilities.
  func softmaxOfRows() -> Matrix {
    guard columnCount > 0 else { return self }
    var result = self
    result.withUnsafeMutableBufferPointer { elements in
      VectorMath.softmaxRows(UnsafeBufferPointer(elements), columns: columnCount, into: elements)
    }
    return result
  }
}
