/// The scores of the rows of one class, in ascending order.
struct RankedClass: Sendable {
  /// The scores; see ``Swift/UInt64/init(ordering:)``.
  let keys: [UInt64]
  /// What each row weighs; nil for ones.
  let weights: [Double]?

  init(sorting keys: [UInt64]) {
    var keys = keys
    keys.radixSort()
    self.keys = keys
    weights = nil
  }

  init(sorting rows: [WeightedKey]) {
    var rows = rows
    rows.radixSort()
    keys = rows.map(\.sortKey)
    weights = rows.map(\.weight)
  }

  struct WeightedKey: RadixSortable {
    let sortKey: UInt64
    let weight: Double
  }
}
