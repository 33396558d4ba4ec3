/// The values whose frequencies stand in a table, one place each; the others go into a dictionary.
///
/// Which values these are changes the time and not the result.
struct CountWindow<Count: FixedWidthInteger> {
  /// The value of the first place.
  let base: Count
  /// The number of places, a power of two.
  let size: Int

  /// Four tables of this many places fill half of a first cache.
  private static var usualSize: Int { 1 << 10 }
  private static var largestSize: Int { 1 << min(16, Count.bitWidth) }
  /// Clearing tables is most of the work for few values.
  private static var smallestSize: Int { 1 << 5 }
  private static var sampleCount: Int { 1 << 10 }

  /// The window in which a sample of the values lies, spread over all; around its middle where that is too wide for a
  /// table.
  init(of x: UnsafePointer<Count>, count: Int) {
    let step = max(1, count / Self.sampleCount)
    let sample = stride(from: 0, to: count, by: step).map { x[$0] }.sorted()
    let (least, greatest, middle) = (sample.first ?? 0, sample.last ?? 0, sample.isEmpty ? 0 : sample[sample.count / 2])
    let range = UInt64(clamping: Count.Magnitude(truncatingIfNeeded: greatest &- least))
    // Twice as wide as the sample, for what it has not seen.
    var size = min(count > Self.sampleCount ? Self.usualSize : Self.smallestSize, Self.largestSize)
    while size < Self.largestSize, size < count, UInt64(size) / 2 <= range { size *= 2 }
    self.size = size
    // A base below the smallest value of the type goes on from the largest, as the differences to it do.
    if range >= size {
      base = middle &- Count(truncatingIfNeeded: size / 2)
    } else if least >= 0 && greatest < size {
      base = 0
    } else {
      base = least &- Count(truncatingIfNeeded: (UInt64(size) - range) / 2)
    }
  }

  /// The place of a value; not below `size` where it has none.
  @inline(__always)
  func index(of value: Count) -> Count.Magnitude {
    Count.Magnitude(truncatingIfNeeded: value &- base)
  }

  /// The value of a place.
  func value(at index: Int) -> Count {
    base &+ Count(truncatingIfNeeded: index)
  }

  /// The bits that the places of some rows' values have among them. Where they are below a power of two, so is each.
  @inline(__always)
  func bits(of rows: Range<Int>, in x: UnsafePointer<Count>) -> Count.Magnitude {
    var bits: Count.Magnitude = 0
    for row in rows { bits |= index(of: x[row]) }
    return bits
  }
}
