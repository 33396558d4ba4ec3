import Learning

/// A seeded generator that knows how often it was asked.
package struct CountingGenerator: RandomNumberGenerator {
  private var base: SeededGenerator
  package private(set) var drawCount = 0

  package init(seed: UInt64) {
    base = SeededGenerator(seed: seed)
  }

  package mutating func next() -> UInt64 {
    drawCount += 1
    return base.next()
  }
}
