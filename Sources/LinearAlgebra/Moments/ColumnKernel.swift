/// The sums and sums of squares of each column about an origin, moved to the means: ``ScatterKernel`` without the
/// products between columns.
struct ColumnKernel {
  struct Sums {
    var weight: Double
    /// The means less the origin.
    var offset: [Double]
    /// Σ w (x - m)².
    var squares: [Double]
  }

  private let x: Matrix
  private let weights: [Double]?
  var origin: [Double]

  private static let mostLanes = 16

  init(_ x: Matrix, weights: [Double]?, origin: [Double]) {
    self.x = x
    self.weights = weights
    self.origin = origin
  }

  func run() -> Sums {
    let n = x.rowCount
    let length = max(1, (n + Self.mostLanes - 1) / Self.mostLanes)
    var lanes = [Sums?](repeating: nil, count: Self.mostLanes)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: length) { rows in lanes[rows.lowerBound / length] = sum(rows) }
    }
    var total = emptySums
    for case let lane? in lanes { total.add(lane) }
    return total.movedToMeans()
  }

  private var emptySums: Sums {
    let zeros = [Double](repeating: 0, count: x.columnCount)
    return Sums(weight: 0, offset: zeros, squares: zeros)
  }

  /// The sums of a lane, a chunk at a time: one long sum would add up its rounding.
  private func sum(_ rows: Range<Int>) -> Sums {
    var lane = emptySums
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 1024) {
      lane.add(sumChunk(start..<min(start + 1024, rows.upperBound)))
    }
    return lane
  }

  private func sumChunk(_ rows: Range<Int>) -> Sums {
    let d = x.columnCount
    var sums = emptySums
    sums.weight = weights.map { $0[rows].reduce(0, +) } ?? Double(rows.count)
    x.withUnsafeBufferPointer { x in
      origin.withUnsafeBufferPointer { origin in
        sums.offset.withUnsafeMutableBufferPointer { offset in
          sums.squares.withUnsafeMutableBufferPointer { squares in
            for i in rows {
              let weight = weights?[i] ?? 1
              for j in 0..<d {
                let distance = x[i * d + j] - origin[j]
                let weighted = weight * distance
                offset[j] += weighted
                squares[j] += weighted * distance
              }
            }
          }
        }
      }
    }
    return sums
  }
}

extension ColumnKernel.Sums {
  fileprivate mutating func add(_ other: Self) {
    weight += other.weight
    for j in offset.indices {
      offset[j] += other.offset[j]
      squares[j] += other.squares[j]
    }
  }

  /// From sums about the origin to means and sums of squares about them.
  fileprivate func movedToMeans() -> Self {
    guard weight > 0 else { return self }
    var moved = self
    for j in offset.indices {
      moved.offset[j] = offset[j] / weight
      moved.squares[j] -= weight * (moved.offset[j] * moved.offset[j])
    }
    return moved
  }
}
