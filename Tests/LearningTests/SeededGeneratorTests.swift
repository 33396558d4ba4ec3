import Foundation
import Testing

@testable import Learning

/// The expected words come from a Python implementation written from the authors' C programs.
@Suite("The seeded generator")
struct SeededGeneratorTests {
  @Test("is xoshiro256++")
  func xoshiro() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162,
      14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
    ]
    #expect((0..<10).map { _ in generator.next() } == expected)
  }

  @Test("fills its state by SplitMix64")
  func splitMix() {
    var mixer = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
    ]
    #expect((0..<5).map { _ in mixer.next() } == expected)
    var generator = SeededGenerator(seed: 7)
    let first: [UInt64] = [1021219803524665661, 3174977118032272916, 13236943193235544178, 7880630202246103356]
    #expect((0..<4).map { _ in generator.next() } == first)
  }

  @Test("gives children that are seeded by one draw each")
  func children() {
    var generator = SeededGenerator(seed: 7)
    let children = generator.children(3)
    let first: [UInt64] = [16078152666337791128, 6454960538547745113, 14473186067039173756]
    #expect(children.map { child in
      var child = child
      return child.next()
    } == first)
    #expect(generator.next() == 7880630202246103356)
    #expect(generator.children(0).isEmpty)
  }

  @Test("gives more children without changing the first ones")
  func moreChildren() {
    var (one, other) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
    #expect(one.children(2) == Array(other.children(5).prefix(2)))
  }

  @Test("goes on where it was after a journey through a file")
  func codable() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<10 { _ = generator.next() }
    var decoded = try JSONDecoder().decode(SeededGenerator.self, from: JSONEncoder().encode(generator))
    #expect(decoded == generator)
    #expect((0..<5).map { _ in decoded.next() } == (0..<5).map { _ in generator.next() })
  }

  @Test("is refused from a file that holds the one state that it cannot leave")
  func zeroState() {
    let json = #"{"s0": 0, "s1": 0, "s2": 0, "s3": 0}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SeededGenerator.self, from: Data(json.utf8)) }
  }
}
