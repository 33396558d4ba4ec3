/// Tables of counters in memory that is not theirs.
///
/// Each place has four counters that take turns: the increment of one would wait for the one before, which in counts
/// is often of the same value. The first places have counters for two values at once as well: one increment for two
/// rows.
struct Counters {
  /// The number of places with counters for pairs: a table of all pairs, twice, fits the first cache with room to
  /// spare.
  static let pairSize = 1 << pairBits
  private static let pairBits = 5

  private let single, pairs: UnsafeMutablePointer<UInt32>
  private let size: Int

  static func capacity(for size: Int) -> Int { 4 * size + 2 * pairSize * pairSize }

  /// - Parameter base: room for ``capacity(for:)`` counters.
  init(_ base: UnsafeMutablePointer<UInt32>, size: Int) {
    base.initialize(repeating: 0, count: Self.capacity(for: size))
    single = base
    pairs = base + 4 * size
    self.size = size
  }

  @inline(__always)
  func count(_ place: Int, turn: Int) {
    single[4 &* place &+ turn] &+= 1
  }

  /// Counts two values at places below ``pairSize``.
  @inline(__always)
  func countPair(_ first: Int, _ second: Int, turn: Int) {
    pairs[2 &* (first &+ second &<< Self.pairBits) &+ turn] &+= 1
  }

  /// The number of values at each place.
  func totals() -> [Double] {
    var totals = (0..<size).map { place in (0..<4).reduce(0.0) { $0 + Double(single[4 * place + $1]) } }
    for pair in 0..<Self.pairSize * Self.pairSize {
      let count = Double(pairs[2 * pair]) + Double(pairs[2 * pair + 1])
      guard count > 0 else { continue }
      totals[pair % Self.pairSize] += count
      totals[pair / Self.pairSize] += count
    }
    return totals
  }
}
