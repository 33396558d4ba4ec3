internal import RealModule

/// A side of a distribution.
enum Tail: Sendable {
  case lower, upper

  var other: Tail { self == .lower ? .upper : .lower }
  /// What the derivative of the tail has of the density.
  var sign: Double { self == .lower ? 1 : -1 }
}

/// A point of a distribution on the line, in a coordinate in which the logarithm of either tail is concave.
protocol TailPoint {
  var coordinate: Double { get }
  /// Changes the coordinate; the point may be held to a better precision than a large coordinate is.
  mutating func move(by step: Double)
  /// The probability of the tail at the point.
  func probability(_ tail: Tail) -> Double
  /// The density of the coordinate at the point.
  var density: Double { get }
}

extension TailPoint {
  /// Moves the point to where the tail is `probability`, which is above zero and below one; the solution's coordinate
  /// must be between the bounds.
  ///
  /// Where the logarithm of the tail is concave Newton's method on it converges from everywhere: the first step lands
  /// where the tail is too small, and from there it does not overshoot. The bracket mends what underflow breaks.
  mutating func solve(_ tail: Tail, for probability: Double, between lower: Double, _ upper: Double) {
    var (lower, upper) = (lower, upper)
    var lastStep = Double.infinity
    for _ in 0..<200 {
      let here = coordinate
      let found = self.probability(tail)
      if found == probability { return }
      if (found < probability) == (tail == .lower) { lower = here } else { upper = here }
      let hazard = density / found
      let step = tail.sign * .log(probability / found) / hazard
      let target = here + step
      guard target >= lower && target <= upper else {
        move(by: 0.5 * (lower + upper) - here)
        continue
      }
      move(by: step)
      // What Newton's method leaves is at most the hazard times the step's square. Done where that is below rounding,
      // or where steps are small and no longer shrink.
      if hazard * step * step < 0x1p-56 || (abs(step) < 1e-10 && abs(step) > 0.25 * lastStep) { return }
      lastStep = abs(step)
    }
  }
}
