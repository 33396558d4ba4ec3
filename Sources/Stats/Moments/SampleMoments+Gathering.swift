public import Learning
internal import LinearAlgebra

extension SampleMoments {
  /// The moments of a sample.
  ///
  /// - Parameters:
  ///   - x: the values; an array or another collection in one piece of memory is read where it stands.
  ///   - weights: one for each value, zero or positive; nil for ones.
  ///   - order: the highest power to gather.
  /// - Throws: `.tooFewSamples` without values, `.countMismatch`, `.valueNotFinite` with the first value or weight that
  ///   is NaN or infinite, weight zero or not, `.negativeWeight`, `.noPositiveWeight`, and
  ///   ``LearningError/linearAlgebra(_:)`` with `.overflow` where the sums of powers do.
  /// - Complexity: one pass, on all threads of the budget; the same bits on any number of them.
  @inlinable
  public init(
    of x: some Collection<Double>, weights: [Double]? = nil, upTo order: Order = .fourth
  ) throws(LearningError) {
    self = try x.withContiguousStorage { values throws(LearningError) in
      try SampleMoments(values, weights: weights, upTo: order)
    }
  }

  /// Takes in a value.
  ///
  /// - Throws: `.valueNotFinite` and `.negativeWeight`, the row being ``count``; `.overflow` as
  ///   ``init(of:weights:upTo:)``. The moments are then left as they were.
  public mutating func add(_ x: Double, weight: Double = 1) throws(LearningError) {
    guard x.isFinite else { throw .valueNotFinite(.observations, row: count, value: x) }
    guard weight.isFinite else { throw .valueNotFinite(.weights, row: count, value: weight) }
    guard weight >= 0 else { throw .negativeWeight(row: count, value: weight) }
    guard weight > 0 else { return }
    try merge(SampleMoments(order: order, count: 1, sums: CentralSums(x, weight: weight), extent: x...x))
  }

  /// Takes in the values of a collection. No values are no error.
  ///
  /// - Throws: as ``init(of:weights:upTo:)``, rows counting from the collection's first value. The moments are then
  ///   left as they were.
  @inlinable
  public mutating func add(contentsOf x: some Collection<Double>, weights: [Double]? = nil) throws(LearningError) {
    if x.isEmpty && weights?.isEmpty != false { return }
    try merge(SampleMoments(of: x, weights: weights, upTo: order))
  }

  /// Takes in the moments of other values, as if all had been there from the start.
  ///
  /// Where only one of the two was gathered up to the fourth power, the result goes up to the second.
  ///
  /// - Throws: ``LearningError/linearAlgebra(_:)`` with `.overflow` where the sums of powers do; the moments are then
  ///   left as they were.
  public mutating func merge(_ other: SampleMoments) throws(LearningError) {
    let order = order == other.order ? order : .second
    var merged = sums
    merged.merge(other.sums, upTo: order)
    guard merged.isFinite else { throw Self.overflow }
    self = SampleMoments(
      order: order, count: count + other.count, sums: merged, extent: union(extent, other.extent))
  }
}

extension SampleMoments {
  /// The moments of values in memory, as ``init(of:weights:upTo:)``.
  @usableFromInline
  init(_ x: UnsafeBufferPointer<Double>, weights: [Double]?, upTo order: Order) throws(LearningError) {
    if let weights, weights.count != x.count {
      throw .countMismatch(.weights, count: weights.count, rowCount: x.count)
    }
    guard !x.isEmpty else { throw .tooFewSamples(found: 0, needed: 1, purpose: "a mean") }
    let total = Self.sums(of: x, weights: weights, upTo: order)
    // What is not in order in the data shows in the sums, so that data in order are read only once.
    guard total.isValid, total.count > 0, total.sums.isFinite else {
      _ = try WeightedRows(weights, rowCount: x.count)
      if let row = x.firstIndex(where: { !$0.isFinite }) {
        throw .valueNotFinite(.observations, row: row, value: x[row])
      }
      throw Self.overflow
    }
    self.init(order: order, count: total.count, sums: total.sums, extent: total.extent)
  }

  private static func sums(
    of x: UnsafeBufferPointer<Double>, weights: [Double]?, upTo order: Order
  ) -> BlockMoments {
    guard let base = x.baseAddress else { return BlockMoments() }
    guard let weights else {
      return MomentKernel(x: base, count: x.count, weights: UnitWeights(), order: order).run()
    }
    return weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return BlockMoments() }
      return MomentKernel(x: base, count: x.count, weights: GivenWeights(base: weights), order: order).run()
    }
  }

  fileprivate static var overflow: LearningError { .linearAlgebra(.overflow(operation: "sum of powers")) }
}
