/// How far `value` is from `expected`, relative to it; zero where both are the same, infinities and NaN included.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if value == expected || (value.isNaN && expected.isNaN) { return 0 }
  guard value.isFinite && expected.isFinite else { return .infinity }
  return abs(value - expected) / abs(expected)
}

/// Whether `value` is `expected` but for this share of it.
func agrees(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool {
  relativeError(value, expected) <= tolerance
}

/// The largest error in a table, and the row that has it.
struct WorstRow: CustomStringConvertible {
  private(set) var error = 0.0
  private(set) var row: [Double?] = []
  private(set) var value = 0.0

  /// Compares with an expected value; nil stands for one that no normal double holds.
  mutating func compare(_ value: Double, _ expected: Double?, _ row: [Double?], scale: Double = 1) {
    guard let expected else { return }
    let error = relativeError(value, expected) / scale
    if !(error <= self.error) { (self.error, self.row, self.value) = (error, row, value) }
  }

  var description: String { "\(error) at \(row.map { $0 ?? .nan }): \(value)" }
}
