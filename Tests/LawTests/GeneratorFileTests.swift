import Foundation
import Learning
import Testing

@Suite("A generator read from a file")
struct GeneratorFileTests {
  @Test("Goes on where it was written")
  func goesOn() throws {
    var generator = SeededGenerator(seed: 7)
    _ = generator.next()
    var read = try JSONDecoder().decode(SeededGenerator.self, from: JSONEncoder().encode(generator))
    #expect(read == generator)
    #expect(read.next() == generator.next())
  }

  @Test("Is refused with a state of zeros, from which it would give zeros for ever")
  func zeros() {
    let file = Data(#"{"s0": 0, "s1": 0, "s2": 0, "s3": 0}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SeededGenerator.self, from: file) }
  }
}
