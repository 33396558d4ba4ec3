/// A fast generator that gives the same numbers for the same seed, on every machine.
///
///     var generator = SeededGenerator(seed: 7)
///     let data = Datasets.blobs(using: &generator)
///
/// xoshiro256++, its state filled by SplitMix64. Not for cryptography.
///
/// Source: Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 2021,
/// doi:10.1145/3460772; Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable, Codable {
  private var s0, s1, s2, s3: UInt64

  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    (s0, s1, s2, s3) = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  private enum CodingKeys: String, CodingKey { case s0, s1, s2, s3 }

  /// Reads what was written; a state of zeros, which no seed gives and which yields zeros for ever, is a
  /// `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    s0 = try container.decode(UInt64.self, forKey: .s0)
    s1 = try container.decode(UInt64.self, forKey: .s1)
    s2 = try container.decode(UInt64.self, forKey: .s2)
    s3 = try container.decode(UInt64.self, forKey: .s3)
    guard s0 | s1 | s2 | s3 != 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .s0, in: container, debugDescription: "The generator's state is all zeros; it would give nothing else.")
    }
  }

  package init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
  }

  public mutating func next() -> UInt64 {
    let result = Self.rotated(s0 &+ s3, by: 23) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  private static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word << count) | (word >> (64 - count))
  }
}

extension RandomNumberGenerator {
  /// Generators for `count` units of work, each seeded by one draw from this one: whichever thread takes a unit, and
  /// whenever, it gets the same numbers.
  public mutating func children(_ count: Int) -> [SeededGenerator] {
    (0..<count).map { _ in SeededGenerator(seed: next()) }
  }
}
