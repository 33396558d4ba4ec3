import Foundation
import LinearAlgebra
import Testing

@Suite("Numbers as text")
struct NumberFormatTests {
  @Test(
    "have as many significant digits as asked for",
    arguments: [
      (0.5, 3, "0.5"), (1.25e-7, 3, "1.25e-07"), (123456, 3, "1.23e+05"), (0, 5, "0"), (-0.0, 5, "-0"),
      (.nan, 5, "nan"), (.infinity, 5, "inf"), (-.infinity, 2, "-inf"), (2.0 / 3, 17, "0.66666666666666663"),
      (.greatestFiniteMagnitude, 17, "1.7976931348623157e+308"),
    ] as [(Double, Int, String)])
  func digits(value: Double, digits: Int, text: String) {
    #expect(value.formatted(digits: digits) == text)
  }

  @Test(
    "have as many places as asked for",
    arguments: [(0.95, 3, "0.950"), (-1.005, 1, "-1.0"), (0.125, 2, "0.12"), (1e21, 0, "1000000000000000000000")]
      as [(Double, Int, String)])
  func places(value: Double, places: Int, text: String) {
    #expect(value.formatted(places: places) == text)
  }

  @Test("fit even where they are longest")
  func longest() {
    let text = (-Double.greatestFiniteMagnitude).formatted(places: 3)
    #expect(text.count == 1 + 309 + 4)
    #expect(text.hasPrefix("-179769313486231570814527423731704356798070567525844996598917"))
  }

  @Test("are padded on the left, and never cut")
  func padded() {
    #expect("1.5".padded(to: 5) == "  1.5")
    #expect("1.5".padded(to: 2) == "1.5")
  }
}

@Suite("Numbers in a file")
struct LosslessDoubleTests {
  private func encoded(_ value: Double) throws -> String {
    String(decoding: try JSONEncoder().encode([LosslessDouble(value)]), as: UTF8.self)
  }

  @Test("are words where they are not finite")
  func words() throws {
    #expect(try encoded(.nan) == #"["nan"]"#)
    #expect(try encoded(.infinity) == #"["inf"]"#)
    #expect(try encoded(-.infinity) == #"["-inf"]"#)
    #expect(try encoded(0.1) == "[0.1]")
  }

  @Test(
    "come back with the same bits",
    arguments: [-0.0, 0.1, 1e23, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.infinity])
  func roundTrip(value: Double) throws {
    let decoded = try JSONDecoder().decode([LosslessDouble].self, from: JSONEncoder().encode([LosslessDouble(value)]))
    #expect(decoded[0].value.bitPattern == value.bitPattern)
  }

  @Test("are refused where they are too large, and the reason is not that they are no words")
  func tooLarge() throws {
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode([LosslessDouble].self, from: Data("[1e999]".utf8))
    }
    guard case .dataCorrupted = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("are refused where they are other words, and the word is named")
  func otherWords() throws {
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode([LosslessDouble].self, from: Data(#"["Infinity"]"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(context.debugDescription.contains("“Infinity” is not a number"))
  }
}
