package import LinearAlgebra

extension Matrix: ColumnSource {
  package func gathered(_ indices: [Int], center: [Double], after block: DenseColumns?) -> DenseColumns {
    let (n, before) = (rowCount, block?.columnCount ?? 0)
    return DenseColumns(
      Matrix(rowCount: before + indices.count, columnCount: n) { target in
        block?.copy(into: target)
        withUnsafeBufferPointer { source in
          // Eight rows at a time: one cache line of each column that is written.
          forBlocks(of: n, length: 64) { rows in
            for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 8) {
              for (k, j) in indices.enumerated() {
                for i in first..<min(first + 8, rows.upperBound) {
                  target[(before + k) * n + i] = source[i * columnCount + j] - center[j]
                }
              }
            }
          }
        }
      })
  }
}
