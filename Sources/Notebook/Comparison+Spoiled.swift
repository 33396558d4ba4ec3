extension Comparison {
  /// The comparison with its measured value moved beyond the bound, away from where it would pass.
  ///
  /// A count at the very end of `Int`'s range stays where it is: such a bound cannot be broken, and a test that spoils
  /// it should learn so.
  var spoiled: Comparison {
    switch self {
    case .equal(let measured, let expected):
      let other = expected == .max ? expected - 1 : expected + 1
      return .equal(measured: measured == expected ? other : measured, expected: expected)
    case .countAtLeast(let measured, let bound):
      let below = bound == .min ? bound : bound - 1
      return .countAtLeast(measured: min(measured, below), bound: bound)
    case .countAtMost(let measured, let bound):
      let above = bound == .max ? bound : bound + 1
      return .countAtMost(measured: max(measured, above), bound: bound)
    case .near(let measured, let expected, let tolerance):
      let shift = 2 * tolerance + Comparison.step(at: expected)
      let other = measured < expected ? measured - shift : measured + shift
      // An infinity does not move; NaN is the one value that is beyond every bound.
      return .near(measured: measured.isFinite ? other : .nan, expected: expected, tolerance: tolerance)
    case .atLeast(let measured, let bound):
      return .atLeast(measured: min(measured, bound) - Comparison.step(at: bound), bound: bound)
    case .atMost(let measured, let bound):
      return .atMost(measured: max(measured, bound) + Comparison.step(at: bound), bound: bound)
    }
  }

  /// A distance that rounding cannot swallow beside `value`.
  private static func step(at value: Double) -> Double {
    max(1, abs(value))
  }
}
