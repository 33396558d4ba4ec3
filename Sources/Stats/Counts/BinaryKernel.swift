internal import LinearAlgebra

/// Counts the ones among whole numbers that are 0 or 1, many at a time: a word of 64 bits holds eight bytes, or four
/// numbers of two bytes, and is added as one number, for sums this small do not carry from one into the next.
struct BinaryKernel {
  let base: UnsafeRawPointer
  /// Of all numbers together, whole words.
  let byteCount: Int
  /// Of one number: 1, 2, 4 or 8.
  let width: Int

  /// A byte holds sums to 255.
  private static let blockLength = 255 * MemoryLayout<SIMD8<UInt64>>.size
  private static let chunkLength = 64 * blockLength

  struct Outcome {
    var ones = 0
    /// The bytes of the first block that holds something else.
    var refused: Range<Int>?
  }

  func run() -> Outcome {
    let length = Self.chunkLength
    var chunks = [Outcome](repeating: Outcome(), count: (byteCount + length - 1) / length)
    chunks.withUnsafeMutableBufferPointer { chunks in
      forBlocks(of: byteCount, length: length) { bytes in chunks[bytes.lowerBound / length] = chunk(bytes) }
    }
    return chunks.reduce(into: Outcome()) { $0.add($1) }
  }

  private func chunk(_ bytes: Range<Int>) -> Outcome {
    var total = Outcome()
    for start in stride(from: bytes.lowerBound, to: bytes.upperBound, by: Self.blockLength) {
      total.add(block(start..<min(start + Self.blockLength, bytes.upperBound)))
    }
    return total
  }

  private func block(_ bytes: Range<Int>) -> Outcome {
    var (sums, bits) = (SIMD8<UInt64>(), SIMD8<UInt64>())
    let size = MemoryLayout<SIMD8<UInt64>>.size
    let whole = bytes.lowerBound + bytes.count / size * size
    for offset in stride(from: bytes.lowerBound, to: whole, by: size) {
      let words = base.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      sums &+= words
      bits |= words
    }
    for offset in stride(from: whole, to: bytes.upperBound, by: 8) {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // No more than seven, and each into a lane of its own: a lane has room for one.
      sums[(offset - whole) / 8] &+= word
      bits[0] |= word
    }
    // All bits but the lowest of each number.
    let others = bits & SIMD8(repeating: ~ones)
    return others == .zero ? Outcome(ones: total(of: sums)) : Outcome(refused: bytes)
  }

  /// The sum of the numbers that stand in words: neighbours are added into one twice as wide, until each fills its
  /// word.
  private func total(of words: SIMD8<UInt64>) -> Int {
    var words = words
    var bits = UInt64(8 * width)
    while bits < 64 {
      // The lower half of each pair of numbers: 0x00FF00FF... for bytes.
      let lower = SIMD8(repeating: UInt64.max / (1 << bits + 1))
      words = (words & lower) &+ (words &>> SIMD8(repeating: bits) & lower)
      bits *= 2
    }
    return Int(words.wrappedSum())
  }

  /// A word whose numbers are all one.
  private var ones: UInt64 {
    stride(from: 0, to: 64, by: 8 * width).reduce(0) { $0 | 1 << UInt64($1) }
  }
}

extension BinaryKernel.Outcome {
  fileprivate mutating func add(_ other: Self) {
    ones += other.ones
    refused = refused ?? other.refused
  }
}
