/// A measured value and the bound that it is held against.
enum Comparison: Sendable, Equatable {
  case equal(measured: Int, expected: Int)
  case countAtLeast(measured: Int, bound: Int)
  case countAtMost(measured: Int, bound: Int)
  case near(measured: Double, expected: Double, tolerance: Double)
  case atLeast(measured: Double, bound: Double)
  case atMost(measured: Double, bound: Double)

  /// Whether the measured value keeps the bound. NaN keeps none, and neither does any value a bound that could not
  /// be broken: an infinite bound or tolerance.
  var holds: Bool {
    switch self {
    case .equal(let measured, let expected): measured == expected
    case .countAtLeast(let measured, let bound): measured >= bound
    case .countAtMost(let measured, let bound): measured <= bound
    case .near(let measured, let expected, let tolerance):
      // Equality aside, because the difference of two equal infinities is NaN.
      Comparison.isUsable(tolerance: tolerance)
        && (measured == expected || abs(measured - expected) <= tolerance)
    case .atLeast(let measured, let bound): bound.isFinite && measured >= bound
    case .atMost(let measured, let bound): bound.isFinite && measured <= bound
    }
  }

  static func isUsable(tolerance: Double) -> Bool {
    tolerance.isFinite && tolerance >= 0
  }
}
