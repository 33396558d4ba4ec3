/// Decimal numbers as text: an optional sign, digits with at most one point among or around them, and an optional
/// exponent. Each becomes the nearest `Double`.
enum DecimalNumber {
  /// The number that the text is; nil where it is none, infinite where it is too large for a `Double`.
  ///
  /// Source of the fast path: Clinger, How to read floating point numbers accurately, PLDI 1990,
  /// doi:10.1145/93542.93557.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits = Digits()
    guard digits.read(text) else { return nil }
    if digits.areAllInMantissa, let magnitude = scaled(digits.mantissa, by: digits.exponent) {
      return digits.isNegative ? -magnitude : magnitude
    }
    // The standard library's conversion is correctly rounded and does not depend on the locale.
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// `mantissa` times ten to the `exponent`, correctly rounded, where that is quickly done.
  private static func scaled(_ mantissa: UInt64, by exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    if mantissa <= 1 << 53, -22...22 ~= exponent {
      // Both are exact, so the one operation rounds once.
      return exponent < 0 ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
    }
    if -19...0 ~= exponent { return quotient(mantissa, UInt64(powersOfTen[-exponent])) }
    return nil
  }

  /// The correctly rounded quotient of positive whole numbers, by long division.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let (dividendShift, divisorShift) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let (a, b) = (dividend << dividendShift, divisor << divisorShift)
    // a and b have their top bits set, so a * 2^63 / b has 63 or 64 bits: ten more than a Double keeps. A remainder
    // then only matters as more than nothing, and setting the last bit says so.
    let (quotient, remainder) = b.dividingFullWidth((high: a >> 1, low: a << 63))
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return Double(sign: .plus, exponent: divisorShift - dividendShift - 63, significand: rounded)
  }

  /// The powers of ten that are exact in a `Double`.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

extension DecimalNumber {
  /// A number taken apart: the sign, and `mantissa` times ten to the `exponent`.
  private struct Digits {
    var isNegative = false
    var mantissa: UInt64 = 0
    var exponent = 0
    /// Whether the mantissa holds every digit; it has room for 19.
    var areAllInMantissa: Bool { significantCount <= 19 }

    private var significantCount = 0

    /// Whether the whole text is a number.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      var index = 0
      isNegative = Self.skipSign(text, &index)
      let whole = readDigits(text, &index)
      var fraction = 0
      if index < text.count, text[index] == ASCII.point {
        index += 1
        fraction = readDigits(text, &index)
      }
      guard whole + fraction > 0 else { return false }
      exponent = -fraction
      if index < text.count, text[index] == ASCII.lowercaseE || text[index] == ASCII.uppercaseE {
        index += 1
        guard readExponent(text, &index) else { return false }
      }
      return index == text.count
    }

    /// Adds the digits from `index` to the mantissa; how many there were.
    private mutating func readDigits(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
      let start = index
      while index < text.count {
        let digit = text[index] &- ASCII.zero
        guard digit < 10 else { break }
        // Zeros before the first other digit are not significant. What overflows here is not used.
        if mantissa != 0 || digit != 0 { significantCount += 1 }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        index += 1
      }
      return index - start
    }

    private mutating func readExponent(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
      let isNegative = Self.skipSign(text, &index)
      let start = index
      var value = 0
      while index < text.count {
        let digit = text[index] &- ASCII.zero
        guard digit < 10 else { break }
        // Far outside the fast path it no longer matters how large it is.
        value = min(value * 10 + Int(digit), 1_000_000)
        index += 1
      }
      exponent += isNegative ? -value : value
      return index > start
    }

    /// Steps over a sign; whether it is a minus.
    private static func skipSign(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
      guard index < text.count, text[index] == ASCII.plus || text[index] == ASCII.minus else { return false }
      index += 1
      return text[index - 1] == ASCII.minus
    }
  }
}
