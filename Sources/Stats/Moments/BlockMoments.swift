/// The sums of a part of a sample.
struct BlockMoments {
  var count = 0
  var sums = CentralSums()
  var extent: ClosedRange<Double>?
  /// Whether all values were finite, and all weights finite and not negative.
  var isValid = true

  mutating func merge(_ other: BlockMoments, upTo order: SampleMoments.Order) {
    count += other.count
    sums.merge(other.sums, upTo: order)
    extent = union(extent, other.extent)
    isValid = isValid && other.isValid
  }
}

/// The shortest range that holds both.
func union(_ first: ClosedRange<Double>?, _ second: ClosedRange<Double>?) -> ClosedRange<Double>? {
  guard let first, let second else { return first ?? second }
  return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
}
