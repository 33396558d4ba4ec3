internal import LinearAlgebra

/// Counts how often each value is there, in lanes of rows whose borders depend on the number of rows alone.
struct CountKernel<Count: FixedWidthInteger, Weights: RowWeights> {
  private let x: UnsafePointer<Count>
  private let count: Int
  private let weights: Weights
  private let window: CountWindow<Count>

  /// So many rows are still in the first cache when they are read for the second time.
  private static var blockLength: Int { 2048 }
  private static var mostLanes: Int { 32 }
  /// A lane counts in 32 bits.
  private static var longestLane: Int { 1 << 31 }

  init(_ x: UnsafePointer<Count>, count: Int, weights: Weights) {
    self.x = x
    self.count = count
    self.weights = weights
    window = CountWindow(of: x, count: count)
  }

  /// The frequencies; nil where a value is no `Int`.
  func run() -> FrequencyTable? {
    let length = min(Self.longestLane, max(1 << 16, (count + Self.mostLanes - 1) / Self.mostLanes))
    var lanes = [Lane?](repeating: nil, count: (count + length - 1) / length)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: count, length: length) { rows in lanes[rows.lowerBound / length] = lane(rows) }
    }
    var total = Lane(dense: [Double](repeating: 0, count: window.size))
    for case let lane? in lanes { total.add(lane) }
    return table(of: total)
  }

  /// What one lane found: a weight for each place of the window, and those of the values without a place.
  private struct Lane {
    var dense: [Double]
    var sparse: [Count: Double] = [:]

    mutating func add(_ other: Lane) {
      for index in dense.indices { dense[index] += other.dense[index] }
      sparse.merge(other.sparse, uniquingKeysWith: +)
    }
  }

  private func lane(_ rows: Range<Int>) -> Lane {
    Weights.areOnes ? countedLane(rows) : weightedLane(rows)
  }

  /// Four counters for each value, in turn: the increment of one would wait for the one before, which in counts is
  /// often of the same value.
  private func countedLane(_ rows: Range<Int>) -> Lane {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * window.size) { counters in
      counters.initialize(repeating: 0)
      guard let base = counters.baseAddress else { return Lane(dense: []) }
      let sparse = sweep(rows) { block in
        let fours = block.lowerBound + block.count / 4 * 4
        for row in stride(from: block.lowerBound, to: fours, by: 4) {
          base[4 * place(row)] &+= 1
          base[4 * place(row + 1) + 1] &+= 1
          base[4 * place(row + 2) + 2] &+= 1
          base[4 * place(row + 3) + 3] &+= 1
        }
        for row in fours..<block.upperBound { base[4 * place(row)] &+= 1 }
      }
      let dense = (0..<window.size).map { index in
        (0..<4).reduce(0.0) { $0 + Double(base[4 * index + $1]) }
      }
      return Lane(dense: dense, sparse: sparse)
    }
  }

  private func weightedLane(_ rows: Range<Int>) -> Lane {
    var dense = [Double](repeating: 0, count: window.size)
    let sparse = dense.withUnsafeMutableBufferPointer { dense in
      sweep(rows) { block in
        for row in block { dense[place(row)] += weights[row] }
      }
    }
    return Lane(dense: dense, sparse: sparse)
  }

  /// Hands rows whose values all have a place to `count`, many at a time or one by one, and returns the weights of the
  /// other values.
  @inline(__always)
  private func sweep(_ rows: Range<Int>, _ count: (Range<Int>) -> Void) -> [Count: Double] {
    var sparse: [Count: Double] = [:]
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      let block = start..<min(start + Self.blockLength, rows.upperBound)
      if window.holds(block, of: x) {
        count(block)
      } else {
        for row in block {
          if window.contains(x[row]) { count(row..<row + 1) } else { sparse[x[row], default: 0] += weights[row] }
        }
      }
    }
    return sparse
  }

  /// The place of the value in a row, which has one.
  @inline(__always)
  private func place(_ row: Int) -> Int {
    Int(truncatingIfNeeded: window.index(of: x[row]))
  }

  private func table(of lane: Lane) -> FrequencyTable? {
    var pairs = Array(lane.sparse)
    for index in lane.dense.indices { pairs.append((window.value(at: index), lane.dense[index])) }
    pairs.removeAll { $0.value == 0 }
    guard pairs.allSatisfy({ Int(exactly: $0.key) != nil }) else { return nil }
    pairs.sort { $0.key < $1.key }
    return FrequencyTable(values: pairs.map { Int(truncatingIfNeeded: $0.key) }, weights: pairs.map(\.value))
  }
}
