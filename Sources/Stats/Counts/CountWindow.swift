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
  private static var largestSize: Int { 1 << 16 }
  private static var sampleCount: Int { 1 << 10 }

  /// The window in which a sample of the values lies, spread over all, if it is not too wide for a table.
  init(of x: UnsafePointer<Count>, count: Int) {
    let step = max(1, count / Self.sampleCount)
    let sample = stride(from: 0, to: count, by: step).lazy.map { x[$0] }
    let (least, greatest) = (sample.min() ?? 0, sample.max() ?? 0)
    // As far again as from the least to the greatest, for what the sample has not seen.
    let range = UInt64(clamping: Count.Magnitude(truncatingIfNeeded: greatest &- least))
    var size = min(Self.usualSize, 1 << min(16, Count.bitWidth))
    while size < Self.largestSize, size < count, UInt64(size) / 2 <= range { size *= 2 }
    self.size = size
    if least >= 0 && greatest < size {
      base = 0
    } else {
      // Below the smallest value of the type it begins at the largest, as `index(of:)` does.
      let margin = (UInt64(size) - min(UInt64(size), range)) / 2
      base = least &- Count(truncatingIfNeeded: margin)
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
