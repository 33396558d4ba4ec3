/// Xᵀ W (X B - 1 sᵀ) in one pass over the rows of X, with W a diagonal of weights: what an iteration towards the
/// leading eigenvectors of a Gram or covariance matrix needs, without that matrix and without a centred copy.
///
/// A block of rows is multiplied by B and, while it is still in cache, by the result. Lanes of rows have a sum each,
/// added in order; blocks and lanes depend on the shapes alone.
struct GramProduct {
  struct Result {
    /// Xᵀ W (X B - 1 sᵀ), d x k.
    var product: Matrix
    /// 1ᵀ W (X B - 1 sᵀ), k.
    var sums: [Double]
  }

  let x: Matrix
  let b: Matrix
  /// s; nil for zeros.
  let shift: [Double]?
  /// The diagonal of W; nil for ones.
  let weights: [Double]?

  private static let mostLanes = 8
  /// About four megabytes of rows: with one block a thread, the second product reads them from the shared cache.
  private static let blockElements = 1 << 19

  func run() -> Result {
    let (n, d, k) = (x.rowCount, x.columnCount, b.columnCount)
    guard n > 0, d > 0, k > 0 else { return Result(product: .zeros(d, k), sums: [Double](repeating: 0, count: k)) }
    let blockLength = max(64, Self.blockElements / d)
    let blockCount = (n + blockLength - 1) / blockLength
    // A lane's sum must stay small beside the rows that it adds up.
    let laneCount = max(1, min(Self.mostLanes, blockCount, n / (2 * k)))
    let laneLength = (blockCount + laneCount - 1) / laneCount * blockLength
    var lanes = [Result?](repeating: nil, count: laneCount)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: laneLength) { rows in
        lanes[rows.lowerBound / laneLength] = accumulate(rows, blockLength: blockLength)
      }
    }
    var total = Result(product: .zeros(d, k), sums: [Double](repeating: 0, count: k))
    for case let lane? in lanes {
      total.product += lane.product
      for i in 0..<k { total.sums[i] += lane.sums[i] }
    }
    return total
  }

  private func accumulate(_ rows: Range<Int>, blockLength: Int) -> Result {
    let (d, k) = (x.columnCount, b.columnCount)
    var product = Matrix.zeros(d, k)
    var sums = [Double](repeating: 0, count: k)
    let image = UnsafeMutablePointer<Double>.allocate(capacity: blockLength * k)
    defer { image.deallocate() }
    product.withUnsafeMutableBufferPointer { product in
      guard let product = product.baseAddress else { return }
      x.withBase { x in
        b.withBase { b in
          for start in stride(from: rows.lowerBound, to: rows.upperBound, by: blockLength) {
            let block = start..<min(start + blockLength, rows.upperBound)
            let source = x + start * d
            BLAS.gemm(.none, .none, m: block.count, n: k, k: d, source, d, b, k, beta: 0, image, k)
            shiftAndWeigh(image, rows: block, into: &sums)
            BLAS.gemm(.transposed, .none, m: d, n: k, k: block.count, source, d, image, k, beta: 1, product, k)
          }
        }
      }
    }
    return Result(product: product, sums: sums)
  }

  private func shiftAndWeigh(_ image: UnsafeMutablePointer<Double>, rows: Range<Int>, into sums: inout [Double]) {
    guard shift != nil || weights != nil else { return }
    let k = b.columnCount
    let shift = shift ?? [Double](repeating: 0, count: k)
    for i in rows {
      let row = image + (i - rows.lowerBound) * k
      let weight = weights?[i] ?? 1
      for j in 0..<k {
        row[j] = weight * (row[j] - shift[j])
        sums[j] += row[j]
      }
    }
  }
}

extension Matrix {
  /// Aᵀ (A B), in one pass over the rows.
  public func gramMultiplied(by other: Matrix) -> Matrix {
    precondition(columnCount == other.rowCount, "A matrix of \(shape) cannot be multiplied by one of \(other.shape)")
    return GramProduct(x: self, b: other, shift: nil, weights: nil).run().product
  }

  /// (X - 1mᵀ)ᵀ W (X - 1mᵀ) B, in one pass over the rows and without a centred copy.
  package func centeredGramMultiplied(by other: Matrix, center: [Double], weights: [Double]?) -> Matrix {
    let shift = other.transposeMultiplied(by: center)
    var result = GramProduct(x: self, b: other, shift: shift, weights: weights).run()
    let k = other.columnCount
    let sums = result.sums
    result.product.withUnsafeMutableBufferPointer { elements in
      for j in 0..<columnCount {
        for i in 0..<k { elements[j * k + i] -= center[j] * sums[i] }
      }
    }
    return result.product
  }
}
