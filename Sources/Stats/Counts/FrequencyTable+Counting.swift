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
  /// - Complexity: O(n), in one pass on all threads of the budget, with a table of up to 65,536 neighbouring values;
  ///   values outside it are several times slower. The same bits on any number of threads.
  @inlinable
  public init<Count: FixedWidthInteger>(
    of x: some Collection<Count>, weights: [Double]? = nil
  ) throws(LearningError) {
    self = try x.withContiguousStorage { values throws(LearningError) in
      try Self.counted(values, weights: weights)
    }
  }

  static var noValues: LearningError {
    .tooFewSamples(found: 0, needed: 1, purpose: "a table of frequencies")
  }

  /// The table of values in memory, as ``init(of:weights:)``.
  @usableFromInline
  static func counted<Count: FixedWidthInteger>(
    _ x: UnsafeBufferPointer<Count>, weights: [Double]?
  ) throws(LearningError) -> FrequencyTable {
    guard !x.isEmpty else { throw noValues }
    try GivenWeights.require(weights, count: x.count)
    let table =
      if let x = x.identified(as: Int.self) {
        run(x, weights)
      } else if let x = x.identified(as: UInt8.self) {
        run(x, weights)
      } else if let x = x.identified(as: Int32.self) {
        run(x, weights)
      } else if let x = x.identified(as: Int8.self) {
        run(x, weights)
      } else if let x = x.identified(as: Int16.self) {
        run(x, weights)
      } else if let x = x.identified(as: Int64.self) {
        run(x, weights)
      } else if let x = x.identified(as: UInt.self) {
        run(x, weights)
      } else if let x = x.identified(as: UInt16.self) {
        run(x, weights)
      } else if let x = x.identified(as: UInt32.self) {
        run(x, weights)
      } else if let x = x.identified(as: UInt64.self) {
        run(x, weights)
      } else {
        run(x, weights)
      }
    guard let table else { throw outOfRange(x) }
    return table
  }

  /// The frequencies; nil where a value is no `Int`.
  @inline(__always)
  private static func run<Count: FixedWidthInteger>(
    _ x: UnsafeBufferPointer<Count>, _ weights: [Double]?
  ) -> FrequencyTable? {
    guard let base = x.baseAddress else { return FrequencyTable() }
    guard let weights else { return CountKernel(base, count: x.count, weights: UnitWeights()).run() }
    return weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return FrequencyTable() }
      return CountKernel(base, count: x.count, weights: GivenWeights(base: weights)).run()
    }
  }

  private static func outOfRange(_ x: UnsafeBufferPointer<some FixedWidthInteger>) -> LearningError {
    let row = x.firstIndex { Int(exactly: $0) == nil } ?? 0
    return .observationOutOfRange(row: row, value: "\(x[row])", allowed: "from \(Int.min) to \(Int.max)")
  }
}
