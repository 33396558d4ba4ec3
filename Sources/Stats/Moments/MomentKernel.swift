internal import Learning
internal import LinearAlgebra

/// Sums a sample in memory up to the second or fourth power.
///
/// A block of values stays in the first cache while it is read twice: for its mean, and for the powers about that.
/// Blocks are merged into chunks, and chunks in pairs, so that rounding does not add up. Their borders depend on the
/// count alone.
struct MomentKernel {
  private let x: UnsafeBufferPointer<Double>
  private let weights: [Double]?
  private let order: SampleMoments.Order

  private static let blockLength = 2048
  private static let chunkLength = 64 * blockLength

  init(_ x: UnsafeBufferPointer<Double>, weights: [Double]?, order: SampleMoments.Order) {
    self.x = x
    self.weights = weights
    self.order = order
  }

  /// The moments of the sample, which has values and as many weights.
  func moments() throws(LearningError) -> SampleMoments {
    var chunks = [BlockMoments?](repeating: nil, count: (x.count + Self.chunkLength - 1) / Self.chunkLength)
    chunks.withUnsafeMutableBufferPointer { chunks in
      forBlocks(of: x.count, length: Self.chunkLength) { rows in
        chunks[rows.lowerBound / Self.chunkLength] = chunk(rows)
      }
    }
    let total = pairwiseMerged(chunks[...])
    try requireValid(total)
    return SampleMoments(order: order, count: total.count, sums: total.sums, extent: total.extent)
  }

  private func chunk(_ rows: Range<Int>) -> BlockMoments {
    var total = BlockMoments()
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      total.merge(block(start..<min(start + Self.blockLength, rows.upperBound)), upTo: order)
    }
    return total
  }

  private func block(_ rows: Range<Int>) -> BlockMoments {
    var total = BlockMoments()
    for row in rows {
      let weight = weights?[row] ?? 1
      if !x[row].isFinite || !(weight >= 0) || !weight.isFinite { total.sums.mean = .nan }
      if weight > 0 {
        let value = BlockMoments(count: 1, sums: CentralSums(x[row], weight: weight), extent: x[row]...x[row])
        total.merge(value, upTo: order)
      }
    }
    return total
  }

  private func pairwiseMerged(_ chunks: ArraySlice<BlockMoments?>) -> BlockMoments {
    guard chunks.count > 1 else { return chunks.first.flatMap(\.self) ?? BlockMoments() }
    let middle = chunks.startIndex + chunks.count / 2
    var merged = pairwiseMerged(chunks[..<middle])
    merged.merge(pairwiseMerged(chunks[middle...]), upTo: order)
    return merged
  }

  /// Finds out why sums are not what they should be. What is not finite in the data is not finite in the sums, so that
  /// data in order are read only once.
  private func requireValid(_ total: BlockMoments) throws(LearningError) {
    guard !total.sums.isFinite || total.count == 0 else { return }
    _ = try WeightedRows(weights, rowCount: x.count)
    if let row = x.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(.observations, row: row, value: x[row])
    }
    throw .linearAlgebra(.overflow(operation: "sum of powers"))
  }
}

/// The sums of a part of the sample.
struct BlockMoments {
  var count = 0
  var sums = CentralSums()
  var extent: ClosedRange<Double>?

  mutating func merge(_ other: BlockMoments, upTo order: SampleMoments.Order) {
    count += other.count
    sums.merge(other.sums, upTo: order)
    extent = union(extent, other.extent)
  }
}
