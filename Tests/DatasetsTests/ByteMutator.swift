import Learning

/// Spoils the bytes of files, the same way for the same generator.
struct ByteMutator {
  /// What is put in now and then: pieces that mean something in the format.
  let splinters: [[UInt8]]
  /// Files whose ends replace that of another.
  let files: [[UInt8]]

  /// One to four random changes.
  func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &generator) { change(&bytes, using: &generator) }
  }

  /// A byte flipped, some removed, repeated or put elsewhere, the end cut off, or something put in.
  private func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = Int.random(in: place...min(bytes.count, place + 12), using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: place)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
    case 5: bytes.insert(contentsOf: splinters.randomElement(using: &generator) ?? [], at: place)
    default:
      let other = files.randomElement(using: &generator) ?? []
      bytes.replaceSubrange(place..., with: other[min(place, other.count)...])
    }
  }
}
