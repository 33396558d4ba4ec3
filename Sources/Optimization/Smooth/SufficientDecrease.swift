/// Whether a step from a point lowers a function enough: by a share of what the slope there promises,
///
///     f(x + αp) ≤ f(x) + c₁ α fʹ(x)
///
/// or, where what is left to gain is below the rounding of the values, by the slopes (Hager and Zhang).
struct SufficientDecrease {
  /// c₁.
  let share: Double
  private let value, slope: Double
  /// What may be rounding in a value: sums over many terms that nearly cancel are off by far more than their last bit.
  let noise: Double

  init(from start: LinePoint, share: Double = 1e-4) {
    self.share = share
    value = start.value
    slope = start.slope
    noise = 1e-10 * abs(start.value)
  }

  func isMet(by point: LinePoint) -> Bool {
    if point.value <= value + share * point.step * slope { return true }
    // The approximate condition: both sides of the first one differentiated, in the rounding of the values.
    return point.value <= value + noise && (2 * 0.1 - 1) * slope >= point.slope
  }
}
