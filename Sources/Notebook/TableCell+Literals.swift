extension TableCell: ExpressibleByStringInterpolation {
  /// A cell of text, aligned to the left.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension TableCell: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) {
    self = .number(value)
  }
}

extension TableCell: ExpressibleByFloatLiteral {
  /// A number with six significant digits.
  public init(floatLiteral value: Double) {
    self = .number(value)
  }
}
