/// Where the rows of each cell go: to heaps, two for each part, of the true rows and of the false ones.
///
/// A part is a run of cells; it has more than the usual number of rows only where a cell has.
struct PartitionPlan: Sendable {
  let rowCount, partCount: Int
  let partOfCell: [UInt16]
  /// Where the rows of each chunk begin in each heap: behind those of the chunks before it, so that rows of one score
  /// keep their order.
  let starts: [[Int]]
  private let heapStarts: [Int]

  /// - Parameter cellCounts: how many rows of each chunk are in each cell, the true ones and the false ones in turn.
  init(_ cellCounts: [[UInt32]], cellCount: Int, usualCount: Int) {
    var partOfCell = [UInt16](repeating: 0, count: cellCount)
    var heapCounts = cellCounts.map { _ in [0, 0] }
    var (part, count) = (0, 0)
    for cell in partOfCell.indices {
      let own = cellCounts.reduce(0) { $0 + Int($1[2 * cell]) + Int($1[2 * cell + 1]) }
      if count > 0, count + own > usualCount {
        (part, count) = (part + 1, 0)
        for chunk in heapCounts.indices { heapCounts[chunk] += [0, 0] }
      }
      count += own
      partOfCell[cell] = UInt16(part)
      for chunk in cellCounts.indices where own > 0 {
        heapCounts[chunk][2 * part] += Int(cellCounts[chunk][2 * cell])
        heapCounts[chunk][2 * part + 1] += Int(cellCounts[chunk][2 * cell + 1])
      }
    }
    var starts = heapCounts
    var heapStarts: [Int] = []
    var sum = 0
    for heap in 0..<2 * (part + 1) {
      heapStarts.append(sum)
      for chunk in starts.indices { (starts[chunk][heap], sum) = (sum, sum + heapCounts[chunk][heap]) }
    }
    (self.partOfCell, self.starts, self.heapStarts) = (partOfCell, starts, heapStarts + [sum])
    (rowCount, partCount) = (sum, part + 1)
  }

  func heap(_ index: Int) -> Range<Int> { heapStarts[index]..<heapStarts[index + 1] }
}
