extension Matrix {
  /// Aᵀ (A B), in one pass over the rows.
  public func gramMultiplied(by other: Matrix) -> Matrix {
    FusedProduct(self, other).run { _, _ in 0 }.product
  }

  /// (X - 1mᵀ)ᵀ W (X - 1mᵀ) B, in one pass over the rows and without a centred copy.
  package func centeredGramMultiplied(by other: Matrix, center: [Double], weights: [Double]?) -> Matrix {
    let k = other.columnCount
    let shift = other.transposeMultiplied(by: center)
    var result = FusedProduct(self, other).run { rows, image in
      for i in rows {
        let weight = weights?[i] ?? 1
        for j in 0..<k {
          let index = (i - rows.lowerBound) * k + j
          image[index] = weight * (image[index] - shift[j])
        }
      }
      return 0
    }
    let sums = result.sums
    result.product.withUnsafeMutableBufferPointer { elements in
      for j in 0..<columnCount {
        for i in 0..<k { elements[j * k + i] -= center[j] * sums[i] }
      }
    }
    return result.product
  }
}
