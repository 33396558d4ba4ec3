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
    var parts = [Sums](repeating: Sums(columnCount: x.columnCount), count: (x.rowCount + length - 1) / length)
    parts.withUnsafeMutableBufferPointer { parts in
      forBlocks(of: x.rowCount, length: length) { rows in
        parts[rows.lowerBound / length].add(x, rows: rows, weights: weights)
      }
    }
    var total = parts.reduce(into: Sums(columnCount: x.columnCount)) { $0.merge($1) }
    guard total.weight.isFinite, total.mean.allSatisfy(\.isFinite), total.squares.allSatisfy(\.isFinite) else {
      try x.requireFinite()
      throw .overflow(operation: "sum of squares")
    }
    let constant = x.constantColumns(weights: weights, mean: total.mean) { total.squares[$0] / total.weight }
    for (j, value) in constant { (total.mean[j], total.squares[j]) = (value, 0) }
    weight = total.weight
    mean = total.mean
    sumOfSquares = total.squares
    constantColumns = constant.map(\.column)
  }

  /// The variances of the columns; NaN where ``Moments/variances(_:)`` are.
  public func variances(_ denominator: Moments.Denominator = .unbiased) -> [Double] {
    let divisor = denominator.divisor(for: weight)
    return sumOfSquares.map { $0 / divisor }
  }

  /// The sums of one block of rows, merged as in ``ScatterKernel``.
  private struct Sums {
    var weight = 0.0
    var mean: [Double]
    var squares: [Double]

    init(columnCount: Int) {
      mean = [Double](repeating: 0, count: columnCount)
      squares = mean
    }

    mutating func add(_ x: Matrix, rows: Range<Int>, weights: [Double]?) {
      weight = weights.map { $0[rows].reduce(0, +) } ?? Double(rows.count)
      guard weight > 0 else { return }
      let d = x.columnCount
      let total = weight
      x.withUnsafeBufferPointer { x in
        mean.withUnsafeMutableBufferPointer { mean in
          for i in rows {
            let weight = weights?[i] ?? 1
            for j in 0..<d { mean[j] += weight * x[i * d + j] }
          }
          for j in 0..<d { mean[j] /= total }
          squares.withUnsafeMutableBufferPointer { squares in
            for i in rows {
              let weight = weights?[i] ?? 1
              for j in 0..<d {
                let distance = x[i * d + j] - mean[j]
                squares[j] += weight * distance * distance
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
      for j in mean.indices {
        let difference = other.mean[j] - mean[j]
        squares[j] += other.squares[j] + difference * difference * factor
        mean[j] += difference * (other.weight / total)
      }
      weight = total
    }
  }
}
