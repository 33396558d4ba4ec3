extension Matrix {
  /// ((X - center) / scale) Bᵀ, block by block, so that no centred copy of the whole is made and nothing cancels where
  /// the means are far larger than the spread.
  ///
  /// - Parameter b: k x d.
  /// - Returns: n x k.
  package func centeredMultiplied(byTransposeOf b: Matrix, center: [Double], scale: [Double]) -> Matrix {
    precondition(columnCount == b.columnCount, "Matrices of \(shape) and \(b.shape) have no common side")
    precondition(
      center.count == columnCount && scale.count == columnCount,
      "Centres and scales of \(center.count) and \(scale.count) elements do not fit a matrix of \(shape)")
    let (n, d, k) = (rowCount, columnCount, b.rowCount)
    guard n > 0, d > 0, k > 0 else { return .zeros(n, k) }
    return withBase { x in
      b.withBase { b in
        Matrix(rowCount: n, columnCount: k) { result in
          guard let result = result.baseAddress else { return }
          // About a quarter of a megabyte of centred rows, which stay in cache.
          forBlocks(of: n, length: max(16, (1 << 15) / d)) { rows in
            let buffer = UnsafeMutablePointer<Double>.allocate(capacity: rows.count * d)
            defer { buffer.deallocate() }
            for i in rows {
              let target = buffer + (i - rows.lowerBound) * d
              for j in 0..<d { target[j] = (x[i * d + j] - center[j]) / scale[j] }
            }
            BLAS.gemm(
              .none, .transposed, m: rows.count, n: k, k: d, buffer, d, b, d, beta: 0,
              result + rows.lowerBound * k, k)
          }
        }
      }
    }
  }
}
