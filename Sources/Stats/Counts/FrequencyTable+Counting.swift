public import Learning

extension FrequencyTable {
  /// Counts how often each value is there.
  ///
  /// - Parameters:
  ///   - x: the values, of any integer type; an array or another collection in one piece of memory is read where it
  ///     stands.
  ///   - weights: one for each value, zero or positive; nil for ones.
  /// - Throws: `.tooFewSamples` without values, `.observationOutOfRange` at the first value that is no `Int`,
  ///   `.countMismatch`, `.valueNotFinite` and `.negativeWeight` of the weights, `.noPositiveWeight`.
  public init<Count: FixedWidthInteger>(
    of x: some Collection<Count>, weights: [Double]? = nil
  ) throws(LearningError) {
    guard !x.isEmpty else { throw .tooFewSamples(found: 0, needed: 1, purpose: "a table of frequencies") }
    let rows = try WeightedRows(weights, rowCount: x.count)
    self = try x.withContiguousStorage { values throws(LearningError) in
      var table: [Int: Double] = [:]
      for (row, value) in values.enumerated() {
        guard let value = Int(exactly: value) else {
          throw .observationOutOfRange(row: row, value: "\(value)", allowed: "from \(Int.min) to \(Int.max)")
        }
        table[value, default: 0] += weights?[row] ?? 1
      }
      _ = rows
      let sorted = table.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      return FrequencyTable(values: sorted.map(\.key), weights: sorted.map(\.value))
    }
  }

  /// Counts how often true is there, as 1, and false, as 0.
  ///
  /// - Throws: as ``init(of:weights:)``.
  public init(of x: some Collection<Bool>, weights: [Double]? = nil) throws(LearningError) {
    try self.init(of: x.map { $0 ? UInt8(1) : 0 }, weights: weights)
  }

  /// Counts the zeros and ones of data that hold nothing else.
  ///
  /// - Throws: `.tooFewSamples` without values, `.outsideSupport` at the first value that is neither 0 nor 1.
  public init<Count: FixedWidthInteger>(ofBinary x: some Collection<Count>) throws(LearningError) {
    if let (row, value) = x.enumerated().first(where: { $0.element != 0 && $0.element != 1 }) {
      throw .outsideSupport(distribution: "Bernoulli", row: row, value: "\(value)", support: "0 or 1")
    }
    try self.init(of: x)
  }
}
