import LinearAlgebra

/// The smallest and the largest element of each column.
struct ColumnRanges {
  let lower: [Double]
  let upper: [Double]

  /// The largest absolute value of each column.
  var magnitude: [Double] { zip(lower, upper).map { max(abs($0), abs($1)) } }

  /// - Parameter x: finite, at least one row.
  init(of x: Matrix) {
    let (n, d) = (x.rowCount, x.columnCount)
    let length = max(1, (1 << 16) / d)
    let blocks: [(lower: [Double], upper: [Double])] = parallelMap((n + length - 1) / length) { block in
      Self.ranges(of: x, rows: block * length..<min(n, (block + 1) * length))
    }
    lower = (0..<d).map { j in blocks.reduce(.infinity) { min($0, $1.lower[j]) } }
    upper = (0..<d).map { j in blocks.reduce(-.infinity) { max($0, $1.upper[j]) } }
  }

  private static func ranges(of x: Matrix, rows: Range<Int>) -> (lower: [Double], upper: [Double]) {
    let d = x.columnCount
    var lower = [Double](repeating: .infinity, count: d)
    var upper = [Double](repeating: -.infinity, count: d)
    x.withUnsafeBufferPointer { x in
      lower.withUnsafeMutableBufferPointer { lower in
        upper.withUnsafeMutableBufferPointer { upper in
          for i in rows {
            for j in 0..<d {
              let value = x[i * d + j]
              lower[j] = value < lower[j] ? value : lower[j]
              upper[j] = value > upper[j] ? value : upper[j]
            }
          }
        }
      }
    }
    return (lower, upper)
  }
}
