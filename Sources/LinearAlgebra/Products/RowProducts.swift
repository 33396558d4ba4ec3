internal import CVectorMath

/// Products with a few rows of a matrix, chosen by their indices: what a batch of a stochastic method needs.
///
/// Sums are added in an order that depends on the number of rows and columns alone. It calls no BLAS, which knows rows
/// that follow each other only, and whose lock two threads would meet at every few microseconds.
package struct RowProducts {
  private let elements: UnsafeBufferPointer<Double>
  private let columnCount: Int

  /// - Parameter elements: of a row-major matrix; they must outlive this value.
  package init(_ elements: UnsafeBufferPointer<Double>, columnCount: Int) {
    self.elements = elements
    self.columnCount = columnCount
  }

  /// products[i, k] = Σⱼ x_rows[i],ⱼ matrix[j, k], for a d x `count` matrix.
  package func multiply(
    _ rows: UnsafeBufferPointer<Int>, _ matrix: UnsafeBufferPointer<Double>, count: Int,
    into products: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(
      matrix.count == columnCount * count && products.count == rows.count * count,
      "\(rows.count) rows of \(columnCount) times \(matrix.count) elements give no \(products.count) elements")
    guard let x = elements.baseAddress, let b = matrix.baseAddress, let target = products.baseAddress else {
      products.update(repeating: 0)
      return
    }
    if count == 1 {
      return cvm_multiply_rows(VectorMath.best, x, columnCount, rows.baseAddress, rows.count, b, target)
    }
    for i in rows.indices {
      let (x, own) = (x + rows[i] * columnCount, target + i * count)
      own.update(repeating: 0, count: count)
      for j in 0..<columnCount {
        for k in 0..<count { own[k] += x[j] * b[j * count + k] }
      }
    }
  }

  /// target[j, k] += Σᵢ x_rows[i],ⱼ factors[i, k], for a d x `count` target.
  package func add(
    _ rows: UnsafeBufferPointer<Int>, times factors: UnsafeBufferPointer<Double>, count: Int,
    to target: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(
      target.count == columnCount * count && factors.count == rows.count * count,
      "\(rows.count) rows of \(columnCount) times \(factors.count) elements give no \(target.count) elements")
    guard let x = elements.baseAddress, let factors = factors.baseAddress, let target = target.baseAddress else {
      return
    }
    if count == 1 {
      return cvm_add_rows(VectorMath.best, x, columnCount, rows.baseAddress, rows.count, factors, target)
    }
    for i in rows.indices {
      let (x, own) = (x + rows[i] * columnCount, factors + i * count)
      for j in 0..<columnCount {
        for k in 0..<count { target[j * count + k] += x[j] * own[k] }
      }
    }
  }
}
