/// Xᵀ T(X B) in one pass over the rows of X, where T changes each row of the image by itself: what an iteration of a
/// linear model needs (T makes residuals of linear predictors), and one towards leading eigenvectors.
///
/// A block of rows is multiplied by B and, while it is still in cache, by what T made of the result. Lanes of rows have
/// a sum each, added in order; blocks and lanes depend on the shapes alone.
package struct FusedProduct {
  package struct Result {
    /// Xᵀ T(X B), d x k.
    package var product: Matrix
    /// 1ᵀ T(X B), k.
    package var sums: [Double]
    /// The sum of what T returned for each block.
    package var total: Double
  }

  private let x: Matrix
  private let b: Matrix

  private static let mostLanes = 8

  package init(_ x: Matrix, _ b: Matrix) {
    precondition(x.columnCount == b.rowCount, "A matrix of \(x.shape) cannot be multiplied by one of \(b.shape)")
    self.x = x
    self.b = b
  }

  /// - Parameter transform: changes the rows of the image in place, k elements each, and returns a number to be added
  ///   up. It is called from several threads, for rows that no other call has.
  package func run(_ transform: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Double) -> Result {
    let (n, d, k) = (x.rowCount, x.columnCount, b.columnCount)
    let empty = Result(product: .zeros(d, k), sums: [Double](repeating: 0, count: k), total: 0)
    guard n > 0, k > 0 else { return empty }
    let blockLength = max(64, blockElements / max(1, d))
    let blockCount = (n + blockLength - 1) / blockLength
    // A lane's sum must stay small beside the rows that it adds up.
    let laneCount = max(1, min(Self.mostLanes, blockCount, n / (2 * k)))
    let laneLength = (blockCount + laneCount - 1) / laneCount * blockLength
    var lanes = [Result?](repeating: nil, count: laneCount)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: laneLength) { rows in
        lanes[rows.lowerBound / laneLength] = accumulate(rows, blockLength: blockLength, transform)
      }
    }
    var total = empty
    for case let lane? in lanes {
      total.product += lane.product
      total.total += lane.total
      for i in 0..<k { total.sums[i] += lane.sums[i] }
    }
    return total
  }

  /// With one column the products are of a matrix and a vector, and a block has to fit the second cache of one core.
  /// With more, about four megabytes of rows: with one block a thread, the second product reads them from the shared
  /// cache.
  private var blockElements: Int { b.columnCount == 1 ? 1 << 14 : 1 << 19 }

  private func accumulate(
    _ rows: Range<Int>, blockLength: Int, _ transform: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Double
  ) -> Result {
    let (d, k) = (x.columnCount, b.columnCount)
    var result = Result(product: .zeros(d, k), sums: [Double](repeating: 0, count: k), total: 0)
    let image = UnsafeMutableBufferPointer<Double>.allocate(capacity: blockLength * k)
    image.initialize(repeating: 0)
    defer { image.deallocate() }
    result.product.withUnsafeMutableBufferPointer { product in
      x.withUnsafeBufferPointer { x in
        b.withUnsafeBufferPointer { b in
          for start in stride(from: rows.lowerBound, to: rows.upperBound, by: blockLength) {
            let block = start..<min(start + blockLength, rows.upperBound)
            let blockImage = UnsafeMutableBufferPointer(rebasing: image[..<(block.count * k)])
            multiply(x, block, b, into: blockImage)
            result.total += transform(block, blockImage)
            addColumnSums(of: blockImage, to: &result.sums)
            addProduct(x, block, blockImage, to: product)
          }
        }
      }
    }
    return result
  }

  private func multiply(
    _ x: UnsafeBufferPointer<Double>, _ rows: Range<Int>, _ b: UnsafeBufferPointer<Double>,
    into image: UnsafeMutableBufferPointer<Double>
  ) {
    let (d, k) = (self.x.columnCount, self.b.columnCount)
    guard d > 0, let x = x.baseAddress, let b = b.baseAddress, let image = image.baseAddress else {
      image.update(repeating: 0)
      return
    }
    if k == 1 {
      BLAS.gemv(.none, m: rows.count, n: d, x + rows.lowerBound * d, d, b, beta: 0, image)
    } else {
      BLAS.gemm(.none, .none, m: rows.count, n: k, k: d, x + rows.lowerBound * d, d, b, k, beta: 0, image, k)
    }
  }

  private func addProduct(
    _ x: UnsafeBufferPointer<Double>, _ rows: Range<Int>, _ image: UnsafeMutableBufferPointer<Double>,
    to product: UnsafeMutableBufferPointer<Double>
  ) {
    let (d, k) = (self.x.columnCount, self.b.columnCount)
    guard d > 0, let x = x.baseAddress, let image = image.baseAddress, let product = product.baseAddress else { return }
    if k == 1 {
      BLAS.gemv(.transposed, m: rows.count, n: d, x + rows.lowerBound * d, d, image, beta: 1, product)
    } else {
      BLAS.gemm(
        .transposed, .none, m: d, n: k, k: rows.count, x + rows.lowerBound * d, d, image, k, beta: 1, product, k)
    }
  }

  private func addColumnSums(of image: UnsafeMutableBufferPointer<Double>, to sums: inout [Double]) {
    let k = b.columnCount
    sums.withUnsafeMutableBufferPointer { sums in
      for start in stride(from: 0, to: image.count, by: k) {
        for j in 0..<k { sums[j] += image[start + j] }
      }
    }
  }
}
