/// One cell of a table: a text, and whether it is a number (a column of numbers is aligned to the right).
///
/// Literals are cells by themselves, and values have a function that says how they are printed:
///
/// ```swift
/// notebook.table(
///   columns: ["rule", "k", "variance"],
///   rows: rules.map { [.text($0.name), .number($0.count), .percent($0.ratio)] })
/// ```
public struct TableCell: Sendable, Hashable {
  let text: String
  let isNumeric: Bool

  private init(text: String, isNumeric: Bool) {
    self.text = text
    self.isNumeric = isNumeric
  }

  /// A cell of text, aligned to the left.
  public static func text(_ text: String) -> TableCell {
    TableCell(text: text, isNumeric: false)
  }

  /// A whole number.
  public static func number(_ value: some BinaryInteger) -> TableCell {
    TableCell(text: String(value), isNumeric: true)
  }

  /// A number with six significant digits, or in full where it is a whole number below 1e15.
  public static func number(_ value: Double) -> TableCell {
    TableCell(text: NumberFormat.significant(value, digits: 6), isNumeric: true)
  }

  /// A number with a fixed count of digits after the decimal point, so that a column of them lines up.
  ///
  /// - Precondition: `digits` is not negative.
  public static func number(_ value: Double, digits: Int) -> TableCell {
    TableCell(text: NumberFormat.fixed(value, digits: digits), isNumeric: true)
  }

  /// A ratio as a percentage: `.percent(0.954)` is `95.4 %`.
  ///
  /// - Parameters:
  ///   - ratio: The ratio, 1 for the whole.
  ///   - digits: Digits after the decimal point of the percentage; 1 by default, which tells 95.0 % from 95.4 %.
  /// - Precondition: `digits` is not negative.
  public static func percent(_ ratio: Double, digits: Int = 1) -> TableCell {
    TableCell(text: NumberFormat.fixed(100 * ratio, digits: digits) + " %", isNumeric: true)
  }
}
