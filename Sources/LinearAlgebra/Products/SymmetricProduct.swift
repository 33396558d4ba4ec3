/// The lower triangle of C := op(A) op(A)ᵀ + C, divided into square tiles of the result.
///
/// In the fastest mode, too: the tiles share the work among threads more evenly than OpenBLAS's own division of a
/// triangle.
struct SymmetricProduct {
  let op: BLAS.Transposition
  /// The result is `order` x `order`; `common` is the side that is summed over.
  let order: Int
  let common: Int
  let a: UnsafePointer<Double>
  let lda: Int

  /// Large enough that packing a tile's operands costs little, small enough that there are tiles for every thread.
  private var tile: Int { order >= 1024 ? 512 : 256 }

  func add(to c: UnsafeMutablePointer<Double>) {
    if order <= tile {
      BLAS.syrk(op, n: order, k: common, a, lda, beta: 1, c, order)
      return
    }
    let tileCount = (order + tile - 1) / tile
    let pairs = (0..<tileCount).flatMap { i in (0...i).map { (i, $0) } }
    parallelFor(pairs.count) { index in
      let (row, column) = pairs[index]
      addTile(rows: range(row), columns: range(column), to: c)
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    index * tile..<min(order, (index + 1) * tile)
  }

  private func addTile(rows: Range<Int>, columns: Range<Int>, to c: UnsafeMutablePointer<Double>) {
    let target = c + rows.lowerBound * order + columns.lowerBound
    let left = start(of: rows)
    if rows == columns {
      BLAS.syrk(op, n: rows.count, k: common, left, lda, beta: 1, target, order)
    } else {
      BLAS.gemm(
        op, op == .none ? .transposed : .none, m: rows.count, n: columns.count, k: common,
        left, lda, start(of: columns), lda, beta: 1, target, order)
    }
  }

  private func start(of range: Range<Int>) -> UnsafePointer<Double> {
    a + (op == .none ? range.lowerBound * lda : range.lowerBound)
  }
}
