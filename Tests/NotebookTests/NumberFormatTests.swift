import Testing

@testable import Notebook

@Suite("The format of numbers")
struct NumberFormatTests {
  @Test(
    "keeps six significant digits, and whole numbers in full",
    arguments: [
      (1.0 / 3, "0.333333"), (1_234_567, "1234567"), (-0.0, "0"), (1e-9, "1e-09"), (1e15, "1e+15"),
      (1234.5678, "1234.57"), (.nan, "nan"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func significant(value: Double, text: String) {
    #expect(NumberFormat.significant(value, digits: 6) == text)
  }

  @Test(
    "rounds to a fixed count of digits, without a sign on zero",
    arguments: [(0.95449, 3, "0.954"), (-0.0001, 2, "0.00"), (-0.6, 0, "-1"), (2, 1, "2.0"), (.nan, 2, "nan")])
  func fixed(value: Double, digits: Int, text: String) {
    #expect(NumberFormat.fixed(value, digits: digits) == text)
  }

  @Test(
    "tells two numbers apart whenever they differ",
    arguments: [
      (0.95, 0.9500000001, "0.95", "0.9500000001"),
      (1, 1.0000000001, "1", "1.0000000001"),
      (0.95, 0.95, "0.95", "0.95"),
      (1, 2, "1", "2"),
      (1, 1.0.nextUp, "1", "1.0000000000000002"),
    ])
  func distinct(first: Double, second: Double, firstText: String, secondText: String) {
    #expect(NumberFormat.distinct(first, second) == (firstText, secondText))
  }
}
