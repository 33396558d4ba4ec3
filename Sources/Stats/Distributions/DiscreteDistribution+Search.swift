import Learning

/// Quantiles by search among the cumulative probabilities: the same numbers decide that ``cumulative(_:)`` and
/// ``survival(_:)`` give, so that a quantile is exact at the jumps.
extension DiscreteDistribution {
  /// The smallest k with `cumulative(k)` ≥ `probability`.
  ///
  /// - Parameter guess: where the search begins; a bad one costs time only.
  /// - Complexity: evaluations in the logarithm of the distance from `guess`.
  func quantile(_ probability: Double, near guess: Double) throws(LearningError) -> Int {
    try requireProbability(probability)
    if probability == 0 { return support.lowerBound }
    if probability == 1 { return try greatestValue(refusing: probability, allowed: "below 1") }
    return smallest(near: guess) { cumulative($0) >= probability }
  }

  /// The smallest k with `survival(k)` ≤ `probability`; see ``quantile(_:near:)``.
  func upperQuantile(_ probability: Double, near guess: Double) throws(LearningError) -> Int {
    try requireProbability(probability)
    if probability == 1 { return support.lowerBound }
    if probability == 0 { return try greatestValue(refusing: probability, allowed: "above 0") }
    return smallest(near: guess) { survival($0) <= probability }
  }

  private func greatestValue(refusing probability: Double, allowed: String) throws(LearningError) -> Int {
    guard support.upperBound < Int.max else {
      throw .invalidOption(
        name: "probability", value: "\(probability)",
        allowed: "\(allowed), because the \(Self.name) distribution has no largest value")
    }
    return support.upperBound
  }

  /// The smallest value of the support that satisfies a condition which all values above it satisfy, too; the largest
  /// value where none does.
  func smallest(near guess: Double, where reached: (Int) -> Bool) -> Int {
    let (lower, upper) = (support.lowerBound, support.upperBound)
    // Steps that double, up and then down, until the answer is known to lie in low...high.
    var high = Int(exactly: guess.rounded()).map { min(max($0, lower), upper) } ?? lower
    var low = high
    var step = 1
    while high < upper && !reached(high) {
      low = high + 1
      high = high > upper - step ? upper : high + step
      step = min(step, 1 << 61) * 2
    }
    step = 1
    while low > lower && reached(low - 1) {
      high = low - 1
      low = low < lower + step ? lower : low - step
      step = min(step, 1 << 61) * 2
    }
    while low < high {
      let middle = low + (high - low) / 2
      if reached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
