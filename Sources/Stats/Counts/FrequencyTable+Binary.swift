public import Learning

extension FrequencyTable {
  /// Counts the zeros and ones of data that hold nothing else: as ``init(of:weights:)``, in a fraction of its time.
  ///
  /// - Throws: `.tooFewSamples` without values, `.outsideSupport` at the first value that is neither 0 nor 1.
  /// - Complexity: O(n), as fast as memory is read.
  @inlinable
  public init<Count: FixedWidthInteger>(ofBinary x: some Collection<Count>) throws(LearningError) {
    self = try x.withContiguousStorage { values throws(LearningError) in try Self.binary(values) }
  }

  /// Counts how often true is there, as 1, and false, as 0.
  ///
  /// - Throws: `.tooFewSamples` without values, `.countMismatch`, `.valueNotFinite` and `.negativeWeight` of the
  ///   weights, `.noPositiveWeight`.
  /// - Complexity: O(n); without weights as fast as memory is read.
  @inlinable
  public init(of x: some Collection<Bool>, weights: [Double]? = nil) throws(LearningError) {
    self = try x.withContiguousStorage { values throws(LearningError) in
      // A Bool is a byte, 0 or 1.
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(values.baseAddress)?.assumingMemoryBound(to: UInt8.self), count: values.count)
      return try weights == nil ? Self.binary(bytes) : Self.counted(bytes, weights: weights)
    }
  }

  /// The table of values in memory, as ``init(ofBinary:)``.
  @usableFromInline
  static func binary(_ x: UnsafeBufferPointer<some FixedWidthInteger>) throws(LearningError) -> FrequencyTable {
    guard !x.isEmpty else { throw noValues }
    let ones = try ones(in: x)
    let pairs = [(0, Double(x.count - ones)), (1, Double(ones))].filter { $0.1 > 0 }
    return FrequencyTable(values: pairs.map(\.0), weights: pairs.map(\.1))
  }

  /// The number of ones.
  ///
  /// - Throws: `.outsideSupport` at the first value that is neither 0 nor 1.
  private static func ones<Count: FixedWidthInteger>(
    in x: UnsafeBufferPointer<Count>
  ) throws(LearningError) -> Int {
    let width = MemoryLayout<Count>.size
    // What is left over of whole words is counted one by one, and so is what may be no plain number in memory.
    let wordCount = isStandardInteger(Count.self) ? x.count * width / 8 : 0
    let counted = wordCount * 8 / width
    let rest = counted..<x.count
    var kernel = BinaryKernel.Outcome()
    if let base = x.baseAddress {
      kernel = BinaryKernel(base: UnsafeRawPointer(base), byteCount: wordCount * 8, width: width).run()
    }
    let suspects = kernel.refused.map { $0.lowerBound / width..<$0.upperBound / width } ?? rest
    if let row = suspects.first(where: { x[$0] != 0 && x[$0] != 1 }) {
      throw .outsideSupport(distribution: "Bernoulli", row: row, value: "\(x[row])", support: "0 or 1")
    }
    return rest.reduce(kernel.ones) { $0 + (x[$1] == 1 ? 1 : 0) }
  }
}
