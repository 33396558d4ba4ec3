internal import LinearAlgebra

/// Counts how often each value is there, in lanes of rows whose borders depend on the number of rows alone.
struct CountKernel<Count: FixedWidthInteger, Weights: RowWeights> {
  private let x: UnsafePointer<Count>
  private let count: Int
  private let weights: Weights
  private let window: CountWindow<Count>

  /// Blocks are read twice, first to see whether their values have places. Short ones let that go on in memory while
  /// the processor counts.
  private static var blockLength: Int { 128 }
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

  private func countedLane(_ rows: Range<Int>) -> Lane {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Counters.capacity(for: window.size)) { memory in
      guard let base = memory.baseAddress else { return Lane(dense: []) }
      let counters = Counters(base, size: window.size)
      let sparse = sweep(rows) { block, bits in
        bits < Counters.pairSize ? countPairs(block, counters) : count(block, counters)
      }
      return Lane(dense: counters.totals(), sparse: sparse)
    }
  }

  @inline(__always)
  private func count(_ rows: Range<Int>, _ counters: Counters) {
    var row = rows.lowerBound
    while row &+ 4 <= rows.upperBound {
      counters.count(place(row), turn: 0)
      counters.count(place(row &+ 1), turn: 1)
      counters.count(place(row &+ 2), turn: 2)
      counters.count(place(row &+ 3), turn: 3)
      row &+= 4
    }
    while row < rows.upperBound {
      counters.count(place(row), turn: 0)
      row &+= 1
    }
  }

  @inline(__always)
  private func countPairs(_ rows: Range<Int>, _ counters: Counters) {
    var row = rows.lowerBound
    while row &+ 4 <= rows.upperBound {
      counters.countPair(place(row), place(row &+ 1), turn: 0)
      counters.countPair(place(row &+ 2), place(row &+ 3), turn: 1)
      row &+= 4
    }
    count(row..<rows.upperBound, counters)
  }

  private func weightedLane(_ rows: Range<Int>) -> Lane {
    var dense = [Double](repeating: 0, count: window.size)
    let sparse = dense.withUnsafeMutableBufferPointer { dense in
      sweep(rows) { block, _ in
        for row in block { dense[place(row)] += weights[row] }
      }
    }
    return Lane(dense: dense, sparse: sparse)
  }

  /// Hands rows whose values all have a place, and the bits of their places, to `count`, many at a time or one by one.
  ///
  /// - Returns: the weights of the values without a place.
  @inline(__always)
  private func sweep(_ rows: Range<Int>, _ count: (Range<Int>, Count.Magnitude) -> Void) -> [Count: Double] {
    var sparse: [Count: Double] = [:]
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      let block = start..<min(start + Self.blockLength, rows.upperBound)
      let bits = window.bits(of: block, in: x)
      if bits < window.size {
        count(block, bits)
      } else {
        for row in block {
          let index = window.index(of: x[row])
          if index < window.size { count(row..<row + 1, index) } else { sparse[x[row], default: 0] += weights[row] }
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
    var pairs = lane.sparse.filter { $0.value > 0 }.map { ($0.key, $0.value) }
    for (index, weight) in lane.dense.enumerated() where weight > 0 {
      pairs.append((window.value(at: index), weight))
    }
    guard pairs.allSatisfy({ Int(exactly: $0.0) != nil }) else { return nil }
    pairs.sort { $0.0 < $1.0 }
    return FrequencyTable(values: pairs.map { Int(truncatingIfNeeded: $0.0) }, weights: pairs.map(\.1))
  }
}
