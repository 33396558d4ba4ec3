import LinearAlgebra

/// Rows dealt to heaps, two for each run of scores, the true rows and the false ones, and each heap sorted.
struct RankedHeaps<Weights: RankingWeights> {
  private let rows: [Weights.Element]
  private let plan: PartitionPlan

  /// How many rows a part has at most if scores allow: so few that the second cache holds them while they are sorted.
  private static var usualCount: Int { 1 << 15 }

  /// - Parameter scores: one at least.
  init(of scores: [Double], labels: [Bool], weights: Weights) {
    let cells = KeyCells(of: scores, bits: scores.count <= Self.usualCount ? 0 : 16)
    let length = max(1 << 17, (scores.count + 15) / 16)
    let chunks = (0..<(scores.count + length - 1) / length).map {
      $0 * length..<min(scores.count, ($0 + 1) * length)
    }
    let counts = parallelMap(chunks.count) { chunk in
      Self.cellCounts(chunks[chunk], scores, labels, weights, cells)
    }
    let plan = PartitionPlan(counts, cellCount: cells.count, usualCount: Self.usualCount)
    rows = [Weights.Element](unsafeUninitializedCapacity: plan.rowCount) { target, count in
      parallelFor(chunks.count) { chunk in
        Self.deal(chunks[chunk], scores, labels, weights, cells, plan, starts: plan.starts[chunk], into: target)
      }
      count = plan.rowCount
      Self.sort(target, plan)
    }
    self.plan = plan
  }

  var partCount: Int { plan.partCount }

  func trueRows(_ part: Int) -> ArraySlice<Weights.Element> { rows[plan.heap(2 * part)] }
  func falseRows(_ part: Int) -> ArraySlice<Weights.Element> { rows[plan.heap(2 * part + 1)] }

  /// How many rows are in each cell, the true ones and the false ones in turn.
  private static func cellCounts(
    _ rows: Range<Int>, _ scores: [Double], _ labels: [Bool], _ weights: Weights, _ cells: KeyCells
  ) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 2 * cells.count)
    counts.withUnsafeMutableBufferPointer { counts in
      for row in rows {
        let key = UInt64(descending: scores[row])
        if weights.element(row, key) != nil { counts[2 * cells(key) + (labels[row] ? 0 : 1)] &+= 1 }
      }
    }
    return counts
  }

  private static func deal(
    _ rows: Range<Int>, _ scores: [Double], _ labels: [Bool], _ weights: Weights, _ cells: KeyCells,
    _ plan: PartitionPlan, starts: [Int], into target: UnsafeMutableBufferPointer<Weights.Element>
  ) {
    var places = starts
    places.withUnsafeMutableBufferPointer { places in
      plan.partOfCell.withUnsafeBufferPointer { partOfCell in
        for row in rows {
          let key = UInt64(descending: scores[row])
          guard let element = weights.element(row, key) else { continue }
          let heap = 2 * Int(partOfCell[cells(key)]) + (labels[row] ? 0 : 1)
          let place = places[heap]
          target[place] = element
          places[heap] = place &+ 1
        }
      }
    }
  }

  /// Several parts share what is needed beside them: memory that is new each time costs more than sorting does.
  private static func sort(_ rows: UnsafeMutableBufferPointer<Weights.Element>, _ plan: PartitionPlan) {
    forBlocks(of: plan.partCount, length: 8) { parts in
      let heaps = (2 * parts.lowerBound..<2 * parts.upperBound).map { plan.heap($0) }
      withUnsafeTemporaryAllocation(of: Weights.Element.self, capacity: heaps.map(\.count).max() ?? 0) { other in
        for heap in heaps { UnsafeMutableBufferPointer(rebasing: rows[heap]).radixSort(beside: other) }
      }
    }
  }
}
