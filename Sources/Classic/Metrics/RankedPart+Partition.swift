import LinearAlgebra

extension RankedPart {
  /// The rows that count, in parts of falling scores.
  ///
  /// - Parameter labels: a label for each score; one row at least.
  /// - Complexity: O(n), in parallel.
  static func parts(of scores: [Double], labels: [Bool], weights: [Double]?) -> [RankedPart] {
    guard let weights else {
      let heaps = RankedHeaps(of: scores, labels: labels, weights: UnitWeights())
      return (0..<heaps.partCount).map { part in
        RankedPart(trueRows: RankedRows(heaps.trueRows(part)), falseRows: RankedRows(heaps.falseRows(part)))
      }
    }
    let heaps = RankedHeaps(of: scores, labels: labels, weights: GivenWeights(weights: weights))
    return (0..<heaps.partCount).map { part in
      RankedPart(trueRows: RankedRows(heaps.trueRows(part)), falseRows: RankedRows(heaps.falseRows(part)))
    }
  }
}

/// What stands for a row while it is sorted.
protocol RankingWeights: Sendable {
  associatedtype Element: RadixSortable

  /// Nil for a row that does not count.
  func element(_ row: Int, _ key: UInt64) -> Element?
}

private struct UnitWeights: RankingWeights {
  @inline(__always)
  func element(_ row: Int, _ key: UInt64) -> UInt64? { key }
}

private struct GivenWeights: RankingWeights {
  let weights: [Double]

  @inline(__always)
  func element(_ row: Int, _ key: UInt64) -> RankedRows.WeightedKey? {
    weights[row] > 0 ? RankedRows.WeightedKey(sortKey: key, weight: weights[row]) : nil
  }
}
