import Learning
import LinearAlgebra

/// The splits of another splitter with training parts that are cut to several shares, each within the next larger one:
/// all splits of the first share, then all of the second.
struct GrowingSplits<Base: Splitter>: Splitter {
  let base: Base
  let shares: [Double]

  func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    guard !shares.isEmpty else {
      throw .invalidOption(name: "trainingShares", value: "empty", allowed: "a list of one share at least")
    }
    for share in shares where !(share > 0 && share <= 1) {
      throw .invalidOption(name: "trainingShares", value: "a list with \(share)", allowed: "shares above 0, up to 1")
    }
    let splits = try base.splits(of: rows, using: &generator)
    var orders: [[Int]] = []
    for split in splits { orders.append(mixed(split.training, rows, using: &generator)) }
    let grown = shares.flatMap { share in
      zip(splits, orders).map { split, order in
        let count = max(1, Int((Double(order.count) * share).rounded()))
        return TrainTestSplit(training: order.prefix(count).sorted(), test: split.test)
      }
    }
    try rows.check(grown, remedy: "begin with a larger training share")
    return grown
  }

  /// In random order, but so that whatever comes first has each class in its share, to within about a row.
  private func mixed(
    _ training: [Int], _ rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    let order = generator.permutation(of: training.count).map { training[$0] }
    guard let classOfRow = rows.classOfRow else { return order }
    var counts = [Int](repeating: 0, count: rows.classNames.count)
    for row in order { counts[classOfRow[row]] += 1 }
    var seen = [Int](repeating: 0, count: counts.count)
    // The i-th of m rows of a class belongs (i + ½) / m of the way from the first to the last.
    let places = order.map { row in
      let label = classOfRow[row]
      defer { seen[label] += 1 }
      return (Double(seen[label]) + 0.5) / Double(counts[label])
    }
    return order.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { order[$0] }
  }
}
