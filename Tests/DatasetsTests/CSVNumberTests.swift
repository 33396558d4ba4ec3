import Datasets
import Learning
import Testing

/// The expected values are Swift's own `Double(String)`, which is correctly rounded, or known in closed form.
@Suite("Numbers in text")
struct CSVNumberTests {
  private func numbers(_ texts: [String]) throws -> [Double] {
    try CSVReader(hasHeader: false).read(text: texts.joined(separator: "\n")).features.elements
  }

  @Test func `All spellings of decimal numbers`() throws {
    let texts = ["5", "+1", "-2", ".5", "5.", "-.25", "1e5", "1E+5", "12e-1", "007", "0.10", "00.5e01", "1e-400"]
    #expect(try numbers(texts) == [5, 1, -2, 0.5, 5, -0.25, 100_000, 100_000, 1.2, 7, 0.1, 5, 0])
    #expect(try numbers(["-0", "-0.0e5"]).allSatisfy { $0 == 0 && $0.sign == .minus })
  }

  /// Halfway between two Doubles the even one is nearest: 2⁵³ + 1, 2⁵² + 1/2, 2⁵² + 3/2, 2⁵¹ + 1/4 and 3/4, and just
  /// beside.
  @Test func `Ties go to even`() throws {
    let texts = [
      "9007199254740993", "4503599627370496.5", "4503599627370497.5", "2251799813685248.25", "2251799813685248.75",
      "4503599627370496.501", "4503599627370497.499",
    ]
    #expect(
      try numbers(texts) == [
        9_007_199_254_740_992, 4_503_599_627_370_496, 4_503_599_627_370_498, 2_251_799_813_685_248,
        2_251_799_813_685_249, 4_503_599_627_370_497, 4_503_599_627_370_497,
      ])
  }

  @Test func `The extremes of Double`() throws {
    let texts = [
      "1.7976931348623157e308", "2.2250738585072014e-308", "4.9406564584124654e-324", "18446744073709551615",
      "18446744073709551616", "9999999999999999999", "1e22", "1e23", "123456789012345678901234567890",
    ]
    let found = try numbers(texts)
    #expect(found[0] == .greatestFiniteMagnitude)
    #expect(found[1] == .leastNormalMagnitude)
    #expect(found[2] == .leastNonzeroMagnitude)
    #expect(found[3] == 0x1p64 && found[4] == 0x1p64)
    #expect(found[5] == 1e19 && found[6] == 1e22 && found[7] == 1e23)
    #expect(found[8] == 123_456_789_012_345_678_901_234_567_890.0)
  }

  @Test func `Random decimals are rounded as the standard library rounds them, to the bit`() throws {
    var generator = SeededGenerator(seed: 11)
    var texts: [String] = []
    for _ in 0..<12_000 {
      var text = Bool.random(using: &generator) ? "-" : ""
      let digits = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }
      let point = Int.random(in: 0...digits.count, using: &generator)
      text += digits[..<point].joined() + "." + digits[point...].joined()
      if Bool.random(using: &generator) { text += "e\(Int.random(in: -30...30, using: &generator))" }
      texts.append(text)
    }
    // As many digits as fit: one in thousands of these lies so near to a tie that only the division's remainder tells.
    for _ in 0..<20_000 {
      texts.append("0.\(UInt64.random(in: 1_000_000_000_000_000_000...9_999_999_999_999_999_999, using: &generator))")
    }
    // Shortest spellings of Doubles of all magnitudes near 1, as programs write them.
    for _ in 0..<4_000 {
      texts.append(
        Double(sign: .plus, exponent: Int.random(in: -40...40, using: &generator),
          significand: Double.random(in: 1..<2, using: &generator)).description)
    }
    let expected = try texts.map { try #require(Double($0)) }
    let found = try numbers(texts)
    #expect(found.count == texts.count)
    for (text, (a, b)) in zip(texts, zip(found, expected)) where a.bitPattern != b.bitPattern {
      Issue.record("\(text) became \(a), not \(b)")
    }
  }

  @Test func `Very long numbers`() throws {
    let third = "0." + String(repeating: "3", count: 20_000)
    let one = String(repeating: "0", count: 20_000) + "1." + String(repeating: "0", count: 20_000)
    // A one far behind decides a tie.
    let aboveTie = "9007199254740993." + String(repeating: "0", count: 1_000) + "1"
    #expect(try numbers([third, one, aboveTie]) == [1.0 / 3, 1, 9_007_199_254_740_994])
  }
}
