import Foundation
import LinearAlgebra
import Testing

/// First values computed by an independent implementation in Python, the logarithm by mpmath.
@Suite("Uniform numbers and indices")
struct UniformTests {
  @Test("are multiples of 2⁻⁵³ from the upper bits of a word")
  func uniform() {
    var generator = TestGenerator(seed: 42)
    let expected = [0.7415648787718233, 0.1599103928769201, 0.27860113025513866]
    #expect((0..<3).map { _ in generator.nextUniform() } == expected)
    var extremes = ListedWords(0, .max, 1 << 11)
    #expect(extremes.nextUniform() == 0)
    #expect(extremes.nextUniform() == 1 - 0x1p-53)
    #expect(extremes.nextUniform() == 0x1p-53)
  }

  @Test("are the first indices of Lemire's method")
  func firstIndices() {
    var generator = TestGenerator(seed: 42)
    #expect((0..<10).map { _ in generator.nextIndex(below: 10) } == [7, 1, 2, 3, 0, 8, 2, 8, 3, 6])
    #expect(generator.nextIndex(below: 1) == 0)
  }

  @Test("reject the words that would make some indices likelier")
  func rejection() {
    // (2⁶⁴ - b) mod b = 2 for b = 2⁶³ - 1: the word 0 is rejected, and 2⁶³ gives ⌊b / 2⌋.
    var generator = ListedWords(0, 1 << 63)
    #expect(generator.nextIndex(below: .max) == Int.max / 2)
  }

  @Test("come equally often: χ² below the 1 % point of 6 degrees of freedom")
  func chiSquared() {
    var generator = TestGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.nextIndex(below: 7)] += 1 }
    let statistic = counts.reduce(0) { $0 + pow(Double($1) - 10_000, 2) / 10_000 }
    #expect(statistic < 16.81)
  }
}

@Suite("Permutations")
struct PermutationTests {
  @Test("hold every index once", arguments: [0, 1, 2, 100])
  func everyIndex(count: Int) {
    var generator = TestGenerator(seed: 3)
    #expect(generator.permutation(of: count).sorted() == Array(0..<count))
  }

  @Test("are those of Fisher and Yates")
  func first() {
    var generator = TestGenerator(seed: 42)
    #expect(generator.permutation(of: 8) == [4, 3, 2, 0, 7, 6, 1, 5])
  }

  @Test("come equally often: χ² below the 1 % point of 23 degrees of freedom")
  func uniform() {
    var generator = TestGenerator(seed: 4)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[generator.permutation(of: 4), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(counts.values.reduce(0) { $0 + pow(Double($1) - 1000, 2) / 1000 } < 41.64)
  }
}

@Suite("Standard normal numbers")
struct StandardNormalTests {
  @Test("are those of the polar method, also where their number is odd")
  func first() {
    let expected = [
      0.49295065581737485, -0.6940056672160174, -1.2810773478777024, -0.901557193497174, -0.6018779810957331,
    ]
    for count in 1...5 {
      let found = Matrix.normal(1, count, seed: 42).elements
      #expect(deviation(found, from: Array(expected.prefix(count))) < 1e-15)
    }
  }

  /// 50,000 draws: each bound is about four standard errors.
  @Test("have the moments of the distribution")
  func moments() {
    let n = 50_000.0
    let draws = Matrix.normal(50_000, 1, seed: 5).elements
    func mean(of power: Int) -> Double { draws.reduce(0) { $0 + pow($1, Double(power)) } / n }
    #expect(abs(mean(of: 1)) < 4 / n.squareRoot())
    #expect(abs(mean(of: 2) - 1) < 4 * (2 / n).squareRoot())
    #expect(abs(mean(of: 3)) < 4 * (15 / n).squareRoot())
    #expect(abs(mean(of: 4) - 3) < 4 * (96 / n).squareRoot())
  }

  @Test("follow the distribution function: the Kolmogorov–Smirnov distance is below its 1 % point")
  func distribution() {
    let draws = Matrix.normal(20_000, 1, seed: 6).elements.sorted()
    let n = Double(draws.count)
    let distance = draws.enumerated().reduce(0.0) { worst, draw in
      let probability = 0.5 * erfc(-draw.element / 2.0.squareRoot())
      return max(worst, abs(probability - Double(draw.offset) / n), abs(probability - Double(draw.offset + 1) / n))
    }
    #expect(n.squareRoot() * distance < 1.628)
  }

  @Test("are independent of their neighbours, in pairs and across pairs")
  func correlation() {
    let draws = Matrix.normal(50_000, 1, seed: 7).elements
    for lag in 1...3 {
      let products = zip(draws, draws.dropFirst(lag)).map { $0 * $1 }
      #expect(abs(products.reduce(0, +) / Double(products.count)) < 4 / 50_000.0.squareRoot())
    }
  }
}
