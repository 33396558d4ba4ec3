/// T(B Xᵀ) X in one pass over the rows of X: ``FusedProduct`` for many rows of B, each of which has its own image and
/// its own T. Fits of several models to the same rows need it: they read X once for all.
///
/// The image of a row of B lies in one piece. Lanes of rows of X have a sum each, added in order; blocks and lanes
/// depend on the shapes alone.
package struct FusedTransposedProduct {
  package struct Result {
    /// T(B Xᵀ) X, k x d.
    package var product: Matrix
    /// T(B Xᵀ) 1, k.
    package var sums: [Double]
    /// For each row of B, the sum of what T returned for each block.
    package var totals: [Double]
  }

  /// Changes the products of one row of B with a block of rows of X in place, and returns a number to be added up.
  package typealias Transform = (
    _ function: Int, _ rows: Range<Int>, _ image: UnsafeMutableBufferPointer<Double>
  ) -> Double

  private let x: Matrix
  private let b: Matrix

  private static let mostLanes = 16

  /// - Parameters:
  ///   - x: n x d.
  ///   - b: k x d.
  package init(_ x: Matrix, _ b: Matrix) {
    precondition(x.columnCount == b.columnCount, "Rows of \(x.shape) have no products with rows of \(b.shape)")
    self.x = x
    self.b = b
  }

  /// - Parameter transform: is called from several threads, for images that no other call has.
  package func run(_ transform: Transform) -> Result {
    let (n, d, k) = (x.rowCount, x.columnCount, b.rowCount)
    let zeros = [Double](repeating: 0, count: k)
    var total = Result(product: .zeros(k, d), sums: zeros, totals: zeros)
    guard n > 0, k > 0 else { return total }
    let blockCount = (n + blockLength - 1) / blockLength
    // A lane's sum must stay small beside the rows that it adds up.
    let laneCount = max(1, min(Self.mostLanes, blockCount, n / (2 * k)))
    let laneLength = (blockCount + laneCount - 1) / laneCount * blockLength
    var lanes = [Result](repeating: total, count: (n + laneLength - 1) / laneLength)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: laneLength) { rows in
        accumulate(rows, transform, into: &lanes[rows.lowerBound / laneLength])
      }
    }
    for lane in lanes {
      total.product += lane.product
      for i in 0..<k {
        total.sums[i] += lane.sums[i]
        total.totals[i] += lane.totals[i]
      }
    }
    return total
  }

  /// The rows of a block and their image stay in the second cache of one core between the two products.
  private var blockLength: Int { max(64, (1 << 16) / (x.columnCount + b.rowCount)) }

  private func accumulate(_ rows: Range<Int>, _ transform: Transform, into result: inout Result) {
    let k = b.rowCount
    let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: min(blockLength, rows.count) * k)
    memory.initialize(repeating: 0)
    defer { memory.deallocate() }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: blockLength) {
      let block = start..<min(start + blockLength, rows.upperBound)
      multiply(block, into: memory)
      for i in 0..<k {
        let image = UnsafeMutableBufferPointer(rebasing: memory[i * block.count..<(i + 1) * block.count])
        result.totals[i] += transform(i, block, image)
        result.sums[i] += sum(of: image)
      }
      addProduct(memory, block, to: &result.product)
    }
  }

  private func multiply(_ rows: Range<Int>, into image: UnsafeMutableBufferPointer<Double>) {
    let (d, k) = (x.columnCount, b.rowCount)
    x.withUnsafeBufferPointer { x in
      b.withUnsafeBufferPointer { b in
        guard d > 0, let x = x.baseAddress, let b = b.baseAddress, let image = image.baseAddress else {
          return image.update(repeating: 0)
        }
        BLAS.gemm(
          .none, .transposed, m: k, n: rows.count, k: d, b, d, x + rows.lowerBound * d, d, beta: 0, image, rows.count)
      }
    }
  }

  private func addProduct(
    _ image: UnsafeMutableBufferPointer<Double>, _ rows: Range<Int>, to product: inout Matrix
  ) {
    let (d, k) = (x.columnCount, b.rowCount)
    product.withUnsafeMutableBufferPointer { product in
      x.withUnsafeBufferPointer { x in
        guard d > 0, let x = x.baseAddress, let image = image.baseAddress, let product = product.baseAddress else {
          return
        }
        BLAS.gemm(
          .none, .none, m: k, n: d, k: rows.count, image, rows.count, x + rows.lowerBound * d, d, beta: 1, product, d)
      }
    }
  }

  private func sum(of image: UnsafeMutableBufferPointer<Double>) -> Double {
    // Four sums, so that one addition need not wait for the last.
    var sums = (0.0, 0.0, 0.0, 0.0)
    let whole = image.count / 4 * 4
    for i in stride(from: 0, to: whole, by: 4) {
      sums.0 += image[i]
      sums.1 += image[i + 1]
      sums.2 += image[i + 2]
      sums.3 += image[i + 3]
    }
    return image[whole...].reduce((sums.0 + sums.1) + (sums.2 + sums.3), +)
  }
}
