/// Coarse numbers of keys that keep their order: cells of equal width between a low and a high key of the sample, the
/// first and the last of which take what is beyond.
struct KeyCells: Sendable {
  let count: Int
  private static let sampleSize = 1023

  private let lowest: UInt64
  private let shift: UInt64

  /// - Parameters:
  ///   - scores: one at least.
  ///   - bits: 2 to the power of them is the number of cells; up to 16.
  init(of scores: [Double], bits: Int) {
    count = 1 << bits
    let size = min(Self.sampleSize, scores.count)
    let stride = scores.count / size
    let sample = (0..<size).map { UInt64(descending: scores[$0 * stride]) }.sorted()
    // A few scores far from all others would leave these in one cell.
    let margin = size / 256
    lowest = sample[margin]
    let range = sample[size - 1 - margin] - lowest
    shift = UInt64(max(0, UInt64.bitWidth - range.leadingZeroBitCount - bits))
  }

  @inline(__always)
  func callAsFunction(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: min((key &- min(key, lowest)) &>> shift, UInt64(count - 1)))
  }
}
