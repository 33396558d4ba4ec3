import Foundation

/// How numbers are printed, the same in every locale.
enum NumberFormat {
  /// Enough significant digits to write any `Double` so that it differs from every other.
  private static let roundTripDigits = 17

  /// At most `digits` significant digits without trailing zeros; a whole number below 1e15 in full.
  static func significant(_ value: Double, digits: Int) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: "%.\(digits)g", value)
  }

  /// Exactly `digits` digits after the decimal point, and no sign on a value that rounds to zero.
  static func fixed(_ value: Double, digits: Int) -> String {
    precondition(digits >= 0, "The count of digits after the decimal point is \(digits), but has to be 0 or more.")
    let text = String(format: "%.\(digits)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }

  /// Two numbers with six significant digits, or as many more as it takes to see that they differ.
  static func distinct(_ first: Double, _ second: Double) -> (first: String, second: String) {
    for digits in 6..<roundTripDigits {
      let texts = (first: significant(first, digits: digits), second: significant(second, digits: digits))
      if first == second || texts.first != texts.second { return texts }
    }
    return (significant(first, digits: roundTripDigits), significant(second, digits: roundTripDigits))
  }
}
