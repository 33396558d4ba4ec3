/// C := op(A) op(B), divided into blocks that depend on the shapes alone.
///
/// Which side is divided follows from which is long: rows of the result, columns of the result, or the common side,
/// whose partial products are then added in order. In the fastest mode the whole is one call.
struct BlockedProduct {
  let opA: BLAS.Transposition
  let opB: BLAS.Transposition
  /// The result is m x n; k is the side that op(A) and op(B) have in common.
  let m, n, k: Int
  let a: UnsafePointer<Double>
  let lda: Int
  let b: UnsafePointer<Double>
  let ldb: Int

  /// Below this number of multiply-adds a block is not worth a thread.
  private static let smallWork = 1 << 20
  private static let mostLanes = 16

  func run(into c: UnsafeMutablePointer<Double>) {
    let work = m * n * k
    if ThreadBudget.current.mode == .fastest || work <= Self.smallWork {
      multiply(rows: 0..<m, columns: 0..<n, common: 0..<k, into: c, ldc: n)
    } else if m >= max(n, 2) && m * n >= k {
      runOverRows(into: c)
    } else if n > m && m * n >= k {
      runOverColumns(into: c)
    } else {
      runOverCommonSide(into: c)
    }
  }

  /// The block length at which a block does about four small works, in whole groups of 64.
  private func blockLength(workPerUnit: Int) -> Int {
    let length = 4 * Self.smallWork / max(1, workPerUnit)
    return max(64, length / 64 * 64)
  }

  private func runOverRows(into c: UnsafeMutablePointer<Double>) {
    forBlocks(of: m, length: blockLength(workPerUnit: n * k)) { rows in
      multiply(rows: rows, columns: 0..<n, common: 0..<k, into: c + rows.lowerBound * n, ldc: n)
    }
  }

  private func runOverColumns(into c: UnsafeMutablePointer<Double>) {
    forBlocks(of: n, length: blockLength(workPerUnit: m * k)) { columns in
      multiply(rows: 0..<m, columns: columns, common: 0..<k, into: c + columns.lowerBound, ldc: n)
    }
  }

  private func runOverCommonSide(into c: UnsafeMutablePointer<Double>) {
    let size = m * n
    let length = max(blockLength(workPerUnit: size), (k + Self.mostLanes - 1) / Self.mostLanes)
    let laneCount = (k + length - 1) / length
    withUnsafeTemporaryAllocation(of: Double.self, capacity: laneCount * size) { partial in
      guard let base = partial.baseAddress else { return }
      forBlocks(of: k, length: length) { common in
        let lane = common.lowerBound / length
        multiply(rows: 0..<m, columns: 0..<n, common: common, into: base + lane * size, ldc: n)
      }
      c.initialize(from: base, count: size)
      for lane in 1..<max(1, laneCount) {
        let part = base + lane * size
        for i in 0..<size { c[i] += part[i] }
      }
    }
  }

  private func multiply(
    rows: Range<Int>, columns: Range<Int>, common: Range<Int>, into c: UnsafeMutablePointer<Double>, ldc: Int
  ) {
    let aStart = opA == .none ? rows.lowerBound * lda + common.lowerBound : common.lowerBound * lda + rows.lowerBound
    let bStart =
      opB == .none ? common.lowerBound * ldb + columns.lowerBound : columns.lowerBound * ldb + common.lowerBound
    BLAS.gemm(
      opA, opB, m: rows.count, n: columns.count, k: common.count,
      a + aStart, lda, b + bStart, ldb, beta: 0, c, ldc)
  }
}

/// Runs `body` for the consecutive blocks of `length` indices that cover `count`, in parallel; the last may be shorter.
package func forBlocks(of count: Int, length: Int, _ body: (Range<Int>) -> Void) {
  let blockCount = (count + length - 1) / length
  parallelFor(blockCount) { block in
    body(block * length..<min(count, (block + 1) * length))
  }
}
