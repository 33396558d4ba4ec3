/// (x - location) / scale with what rounding took from it.
///
/// A tail multiplies the score's rounding error: exp(-z²/2) by z², exp(-z) by z. With the remainder a tail keeps its
/// digits at z = 38, and at 700.
struct StandardScore {
  let value: Double
  /// The exact score is `value + remainder`, to twice the precision.
  let remainder: Double

  /// - Parameter xRemainder: what x lacks, where it is itself the result of a rounded step.
  init(_ x: Double, remainder xRemainder: Double = 0, location: Double, scale: Double) {
    let difference = x - location
    value = difference / scale
    // Knuth's error of a difference, then the remainder of the division: exact where nothing over- or underflows.
    let share = x - difference
    let lost = (x - (difference + share)) + (share - location) + xRemainder
    let remainder = (difference.addingProduct(-value, scale) + lost) / scale
    self.remainder = remainder.isFinite ? remainder : 0
  }

  init(_ value: Double, remainder: Double = 0) {
    self.value = value
    self.remainder = remainder
  }

  static prefix func - (score: StandardScore) -> StandardScore {
    StandardScore(-score.value, remainder: -score.remainder)
  }
}
