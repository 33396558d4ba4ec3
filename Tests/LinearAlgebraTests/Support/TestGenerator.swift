/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), written here once more so that these tests
/// depend on nothing above the room that they test.
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// A generator that gives the words of a list, and zeros after them.
struct ListedWords: RandomNumberGenerator {
  private var words: ArraySlice<UInt64>

  init(_ words: UInt64...) { self.words = words[...] }

  mutating func next() -> UInt64 { words.popFirst() ?? 0 }
}
