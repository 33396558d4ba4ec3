internal import Synchronization

extension Matrix {
  /// Does nothing where every element is finite.
  ///
  /// - Throws: `.notFinite` with the first element in row order that is NaN or infinite.
  public func requireFinite() throws(LinearAlgebraError) {
    guard !isEmpty else { return }
    let count = count
    let first = Atomic(count)
    withBase { base in
      forBlocks(of: count, length: 1 << 16) { block in
        guard !Self.allFinite(base, block) else { return }
        guard let index = block.first(where: { !base[$0].isFinite }) else { return }
        first.min(index, ordering: .relaxed)
      }
    }
    let index = first.load(ordering: .relaxed)
    guard index < count else { return }
    let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
    throw .notFinite(row: row, column: column, value: self[row, column])
  }

  /// x - x is zero for a finite x and NaN for the others: a sum that needs no branch in the loop.
  private static func allFinite(_ base: UnsafePointer<Double>, _ block: Range<Int>) -> Bool {
    var sums = SIMD8<Double>()
    var i = block.lowerBound
    while i + 8 <= block.upperBound {
      let x = UnsafeRawPointer(base + i).loadUnaligned(as: SIMD8<Double>.self)
      sums += x - x
      i += 8
    }
    var rest = sums.sum()
    while i < block.upperBound {
      rest += base[i] - base[i]
      i += 1
    }
    return rest == 0
  }
}
