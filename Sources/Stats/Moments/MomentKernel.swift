internal import LinearAlgebra

/// Sums a sample in memory up to the second or the fourth power.
///
/// A block is summed about the mean of those before it. Only where its own mean is not near, as that of the first is
/// not, it is read twice, and from the first cache: for its mean, and for the powers about that. Blocks are merged into
/// chunks, and chunks in pairs, so that rounding does not add up. All borders depend on the count alone.
struct MomentKernel<Weights: RowWeights> {
  let x: UnsafePointer<Double>
  let count: Int
  let weights: Weights
  let order: SampleMoments.Order

  /// 16 kB: half of a first cache.
  private static var blockLength: Int { 2048 }
  private static var chunkLength: Int { 64 * blockLength }
  /// So many values are summed before their sums are: the more one sum takes in, the more rounding it collects.
  private static var runLength: Int { 256 }

  func run() -> BlockMoments {
    let length = Self.chunkLength
    var chunks = [BlockMoments](repeating: BlockMoments(), count: (count + length - 1) / length)
    chunks.withUnsafeMutableBufferPointer { chunks in
      forBlocks(of: count, length: length) { rows in chunks[rows.lowerBound / length] = chunk(rows) }
    }
    return mergedInPairs(chunks[...])
  }

  private func mergedInPairs(_ chunks: ArraySlice<BlockMoments>) -> BlockMoments {
    guard chunks.count > 1 else { return chunks.first ?? BlockMoments() }
    let middle = chunks.startIndex + chunks.count / 2
    var merged = mergedInPairs(chunks[..<middle])
    merged.merge(mergedInPairs(chunks[middle...]), upTo: order)
    return merged
  }

  private func chunk(_ rows: Range<Int>) -> BlockMoments {
    var total = BlockMoments()
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockLength) {
      let block = start..<min(start + Self.blockLength, rows.upperBound)
      total.merge(self.block(block, near: total.count > 0 ? total.sums.mean : nil), upTo: order)
    }
    return total
  }

  private func block(_ rows: Range<Int>, near guess: Double?) -> BlockMoments {
    let (weight, count) = weights.total(of: rows)
    if let guess {
      let sums = powerSums(rows, about: guess)
      let powers = sums.powers
      // The mean is within a quarter of a standard deviation, and moving the sums to it costs no digits.
      let isNear = powers[1].isFinite && 17 * (powers[0] / weight) * powers[0] <= powers[1]
      if isNear { return block(rows, weight: weight, count: count, sums: sums) }
    }
    let origin = count > 0 ? sum(rows) / weight : 0
    return block(rows, weight: weight, count: count, sums: powerSums(rows, about: origin))
  }

  private func block(_ rows: Range<Int>, weight: Double, count: Int, sums: PowerSums) -> BlockMoments {
    var block = BlockMoments(count: count, extent: sums.extent)
    // Values near the end of the range overflow a sum, and are all right where they are all the same.
    block.isValid = weight.isFinite && (sums.powers.sum().isFinite || rows.allSatisfy { x[$0].isFinite })
    if let extent = block.extent, extent.lowerBound == extent.upperBound {
      // The mean of equal values is that value, to the last bit, and so is that of many such blocks.
      block.sums = CentralSums(extent.lowerBound, weight: weight)
    } else if count > 0 {
      block.sums = CentralSums(weight: weight, origin: sums.origin[0], powers: sums.powers, upTo: order)
    }
    return block
  }

  /// Σ w x.
  private func sum(_ rows: Range<Int>) -> Double {
    var (even, odd) = (SIMD4<Double>(), SIMD4<Double>())
    let pairs = rows.count / 8 * 8
    for row in stride(from: rows.lowerBound, to: rows.lowerBound + pairs, by: 8) {
      even += weights.vector(at: row) * load(x + row)
      odd += weights.vector(at: row + 4) * load(x + row + 4)
    }
    var sum = (even + odd).sum()
    for row in rows.lowerBound + pairs..<rows.upperBound { sum += weights[row] * x[row] }
    return sum
  }

  private func powerSums(_ rows: Range<Int>, about origin: Double) -> PowerSums {
    // Each with its own loop: the order is a constant in it.
    switch order {
    case .second: powerSums(rows, about: origin, upTo: .second)
    case .fourth: powerSums(rows, about: origin, upTo: .fourth)
    }
  }

  @inline(__always)
  private func powerSums(_ rows: Range<Int>, about origin: Double, upTo order: SampleMoments.Order) -> PowerSums {
    var total = PowerSums(origin: origin)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.runLength) {
      let run = start..<min(start + Self.runLength, rows.upperBound)
      var sums = PowerSums(origin: origin)
      let fours = run.count / 4 * 4
      for row in stride(from: start, to: start + fours, by: 4) {
        sums.add(load(x + row), weight: weights.vector(at: row), upTo: order)
      }
      for row in start + fours..<run.upperBound {
        // One value of its weight, and three at the origin of none.
        var (value, weight) = (SIMD4(repeating: origin), SIMD4<Double>())
        (value[0], weight[0]) = (x[row], weights[row])
        sums.add(value, weight: weight, upTo: order)
      }
      total.add(sums)
    }
    return total
  }
}
