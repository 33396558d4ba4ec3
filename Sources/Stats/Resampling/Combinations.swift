/// The ways to choose some of the indices below a number, in lexicographic order, each found by its rank.
struct Combinations: Sendable {
  let count: Int
  private let total: Int
  private let chosen: Int

  /// Nil where there are more than `limit`.
  init?(of total: Int, choosing chosen: Int, limit: Int) {
    guard let count = Self.count(of: total, choosing: chosen, limit: limit) else { return nil }
    self.count = count
    self.total = total
    self.chosen = chosen
  }

  /// The indices of the combination of this rank, ascending.
  subscript(rank: Int) -> [Int] {
    precondition(rank >= 0 && rank < count, "There is no combination \(rank) among \(count)")
    var rest = rank
    var indices: [Int] = []
    for index in 0..<total where indices.count < chosen {
      // How many of those that agree so far go on with this index.
      let withIndex =
        Self.count(of: total - index - 1, choosing: chosen - indices.count - 1, limit: count) ?? count
      if rest < withIndex { indices.append(index) } else { rest -= withIndex }
    }
    return indices
  }

  /// The binomial coefficient; nil where it is above `limit`.
  private static func count(of total: Int, choosing chosen: Int, limit: Int) -> Int? {
    guard chosen >= 0, chosen <= total else { return 0 }
    var count = 1
    // The coefficients ascend up to the middle, so that none on the way is above the last.
    for k in 0..<min(chosen, total - chosen) {
      let (product, overflow) = count.multipliedReportingOverflow(by: total - k)
      guard !overflow, product / (k + 1) <= limit else { return nil }
      count = product / (k + 1)
    }
    return count <= limit ? count : nil
  }
}
