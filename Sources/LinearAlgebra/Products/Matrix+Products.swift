extension Matrix {
  /// The product A B.
  ///
  /// - Complexity: n k m multiply-adds for n x k by k x m.
  public func multiplied(by other: Matrix) -> Matrix {
    precondition(columnCount == other.rowCount, "A matrix of \(shape) cannot be multiplied by one of \(other.shape)")
    return Self.product(self, .none, other, .none)
  }

  /// The product Aᵀ B, without forming the transpose.
  public func transposeMultiplied(by other: Matrix) -> Matrix {
    precondition(
      rowCount == other.rowCount, "The transpose of a matrix of \(shape) cannot be multiplied by one of \(other.shape)")
    return Self.product(self, .transposed, other, .none)
  }

  /// The product A Bᵀ, without forming the transpose.
  public func multiplied(byTransposeOf other: Matrix) -> Matrix {
    precondition(
      columnCount == other.columnCount,
      "A matrix of \(shape) cannot be multiplied by the transpose of one of \(other.shape)")
    return Self.product(self, .none, other, .transposed)
  }

  private static func product(
    _ a: Matrix, _ opA: BLAS.Transposition, _ b: Matrix, _ opB: BLAS.Transposition
  ) -> Matrix {
    let (m, k) = opA == .none ? (a.rowCount, a.columnCount) : (a.columnCount, a.rowCount)
    let n = opB == .none ? b.columnCount : b.rowCount
    guard m > 0, n > 0, k > 0 else { return Matrix(repeating: 0, rowCount: m, columnCount: n) }
    return a.withBase { aBase in
      b.withBase { bBase in
        Matrix(rowCount: m, columnCount: n) { c in
          guard let cBase = c.baseAddress else { return }
          BlockedProduct(
            opA: opA, opB: opB, m: m, n: n, k: k, a: aBase, lda: a.columnCount, b: bBase, ldb: b.columnCount
          ).run(into: cBase)
        }
      }
    }
  }

  /// The product A v.
  public func multiplied(by vector: [Double]) -> [Double] {
    precondition(
      columnCount == vector.count, "A matrix of \(shape) cannot be multiplied by a vector of \(vector.count) elements")
    return product(.none, vector, count: rowCount)
  }

  /// The product Aᵀ v.
  public func transposeMultiplied(by vector: [Double]) -> [Double] {
    precondition(
      rowCount == vector.count,
      "The transpose of a matrix of \(shape) cannot be multiplied by a vector of \(vector.count) elements")
    return product(.transposed, vector, count: columnCount)
  }

  private func product(_ op: BLAS.Transposition, _ vector: [Double], count: Int) -> [Double] {
    guard !isEmpty else { return [Double](repeating: 0, count: count) }
    return [Double](unsafeUninitializedCapacity: count) { result, initialized in
      vector.withUnsafeBufferPointer { vector in
        withBase { a in
          guard let x = vector.baseAddress, let y = result.baseAddress else { return }
          forBlocks(of: count, length: vectorBlockLength(op)) { block in
            let start = block.lowerBound
            if op == .none {
              BLAS.gemv(
                op, m: block.count, n: columnCount, a + start * columnCount, columnCount, x, beta: 0, y + start)
            } else {
              BLAS.gemv(op, m: rowCount, n: block.count, a + start, columnCount, x, beta: 0, y + start)
            }
          }
        }
      }
      initialized = count
    }
  }

  /// About four megabytes of the matrix, so that threads wait for memory side by side, in runs of a row that are long
  /// enough to be fetched ahead.
  private func vectorBlockLength(_ op: BLAS.Transposition) -> Int {
    let elements = 1 << 19
    return op == .none ? max(64, elements / max(1, columnCount)) : max(2048, elements / max(1, rowCount))
  }

  /// The Gram matrix of the columns, AᵀA: symmetric, d x d.
  ///
  /// - Complexity: n d²/2 multiply-adds.
  public func gram() -> Matrix {
    ScatterKernel(self, weights: nil).gram()
  }

  /// The Gram matrix of the rows, A Aᵀ: symmetric, n x n.
  ///
  /// - Complexity: n² d/2 multiply-adds.
  public func rowGram() -> Matrix {
    guard !isEmpty else { return .zeros(rowCount, rowCount) }
    var result = Matrix(rowCount: rowCount, columnCount: rowCount) { $0.initialize(repeating: 0) }
    result.withUnsafeMutableBufferPointer { c in
      withBase { a in
        guard let c = c.baseAddress else { return }
        SymmetricProduct(op: .none, order: rowCount, common: columnCount, a: a, lda: columnCount).add(to: c)
      }
    }
    result.mirrorLowerTriangle()
    return result
  }

  /// Copies the strictly lower triangle onto the upper.
  mutating func mirrorLowerTriangle() {
    let n = rowCount
    let tile = 64
    withUnsafeMutableBufferPointer { c in
      for rowTile in stride(from: 0, to: n, by: tile) {
        for columnTile in stride(from: 0, through: rowTile, by: tile) {
          for i in rowTile..<min(rowTile + tile, n) {
            for j in columnTile..<min(columnTile + tile, i) { c[j * n + i] = c[i * n + j] }
          }
        }
      }
    }
  }

  /// The first element's address, for matrices that are known to have one.
  func withBase<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return body(UnsafePointer(storage.base))
  }
}
