/// The rows of one class, from the highest score to the lowest; of one score, in the order they were given.
struct RankedRows: Sendable {
  /// What is ascending where scores are descending; see ``Swift/UInt64/init(descending:)``.
  let keys: ArraySlice<UInt64>
  /// What each row weighs; nil for ones.
  let weights: [Double]?

  /// What all of them weigh.
  var weight: Double { weights?.reduce(0, +) ?? Double(keys.count) }

  /// - Parameter keys: in ascending order.
  init(_ keys: ArraySlice<UInt64>) {
    self.keys = keys
    weights = nil
  }

  /// - Parameter rows: by ascending keys.
  init(_ rows: ArraySlice<WeightedKey>) {
    keys = rows.map(\.sortKey)[...]
    weights = rows.map(\.weight)
  }

  struct WeightedKey: RadixSortable {
    let sortKey: UInt64
    let weight: Double
  }
}

extension UInt64 {
  /// A number that is smaller where the given one is larger; zeros of both signs are the same.
  ///
  /// - Parameter number: not NaN.
  init(descending number: Double) {
    let bits = (number + 0).bitPattern
    // The magnitudes of positive numbers are to be turned round, and these are to come first.
    self = bits ^ (~UInt64(bitPattern: Int64(bitPattern: bits) >> 63) & .max >> 1)
  }

  /// The number that ``init(descending:)`` was given.
  var descendingNumber: Double {
    Double(bitPattern: self ^ (~UInt64(bitPattern: Int64(bitPattern: self) >> 63) & .max >> 1))
  }
}
