/// The means and sums of squares of each column by itself: ``Moments`` without the products between columns.
///
/// - Complexity: O(n d), in one pass.
public struct ColumnMoments: Sendable, Equatable {
  /// The number of rows, or the sum of their weights.
  public let weight: Double
  /// The means of the d columns.
  public let mean: [Double]
  /// Σ w (x - m)² of each column.
  public let sumOfSquares: [Double]
  /// The columns whose elements are all the same. Their mean is that value and their sum of squares zero, exactly.
  public let constantColumns: [Int]

  /// - Parameters:
  ///   - x: n x d samples.
  ///   - weights: one for each row, zero or positive, as if a row of weight 3 stood there three times; nil for ones.
  /// - Throws: `.empty` without rows or columns, `.notFinite` with the first such element, `.invalidWeight`,
  ///   `.noPositiveWeight`, `.overflow`.
  public init(of x: Matrix, weights: [Double]? = nil) throws(LinearAlgebraError) {
    try x.requireNotEmpty()
    try x.requireWeights(weights)
    // A quarter of a megabyte of rows, but not so many that the rounding of one long sum adds up.
    let length = max(1, min(4096, (1 << 15) / x.columnCount))
    let origin = x.origin(weights: weights)
    var parts = [Sums](repeating: Sums(columnCount: x.columnCount), count: (x.rowCount + length - 1) / length)
    parts.withUnsafeMutableBufferPointer { parts in
      forBlocks(of: x.rowCount, length: length) { rows in
        parts[rows.lowerBound / length].add(x, rows: rows, weights: weights, from: origin)
      }
    }
    let total = parts.reduce(into: Sums(columnCount: x.columnCount)) { $0.merge($1) }
    guard total.weight.isFinite, total.offset.allSatisfy(\.isFinite), total.squares.allSatisfy(\.isFinite) else {
      try x.requireFinite()
      throw .overflow(operation: "sum of squares")
    }
    weight = total.weight
    mean = zip(origin, total.offset).map { $0 + $1 }
    sumOfSquares = total.squares
    constantColumns = x.constantColumns(weights: weights) { total.squares[$0] }
  }

  /// The variances of the columns; NaN where ``Moments/variances(_:)`` are.
  public func variances(_ denominator: Moments.Denominator = .unbiased) -> [Double] {
    let divisor = denominator.divisor(for: weight)
    return sumOfSquares.map { $0 / divisor }
  }

  /// The sums of one block of rows, measured from an origin and merged as in ``ScatterKernel``.
  private struct Sums {
    var weight = 0.0
    /// The means less the origin.
    var offset: [Double]
    var squares: [Double]

    init(columnCount: Int) {
      offset = [Double](repeating: 0, count: columnCount)
      squares = offset
    }

    mutating func add(_ x: Matrix, rows: Range<Int>, weights: [Double]?, from origin: [Double]) {
      weight = weights.map { $0[rows].reduce(0, +) } ?? Double(rows.count)
      guard weight > 0 else { return }
      let d = x.columnCount
      let total = weight
      x.withUnsafeBufferPointer { x in
        origin.withUnsafeBufferPointer { origin in
          offset.withUnsafeMutableBufferPointer { offset in
            for i in rows {
              let weight = weights?[i] ?? 1
              for j in 0..<d { offset[j] += weight * (x[i * d + j] - origin[j]) }
            }
            for j in 0..<d { offset[j] /= total }
            squares.withUnsafeMutableBufferPointer { squares in
              for i in rows {
                let weight = weights?[i] ?? 1
                for j in 0..<d {
                  let distance = x[i * d + j] - origin[j] - offset[j]
                  squares[j] += weight * distance * distance
                }
              }
            }
          }
        }
      }
    }

    mutating func merge(_ other: Sums) {
      guard other.weight > 0 else { return }
      let total = weight + other.weight
      let factor = weight * (other.weight / total)
      for j in offset.indices {
        let difference = other.offset[j] - offset[j]
        squares[j] += other.squares[j] + difference * difference * factor
        offset[j] += difference * (other.weight / total)
      }
      weight = total
    }
  }
}
