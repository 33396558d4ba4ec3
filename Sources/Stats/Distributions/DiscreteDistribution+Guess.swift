internal import RealModule

extension DiscreteDistribution {
  /// About where a tail has a probability: the normal quantile with the correction of Cornish and Fisher for skewness.
  ///
  /// Source: Johnson, Kemp and Kotz, Univariate discrete distributions, 3rd ed., 2005, section 1.2.
  func guess(_ tail: Tail, _ probability: Double) -> Double {
    guard variance > 0 else { return mean }
    let z = -tail.sign * Double.sqrt(2) * .inverseErfc(2 * probability)
    return mean + standardDeviation * (z + (z * z - 1) * skewness / 6)
  }
}

extension Int {
  /// A whole number held in a double, or the nearest `Int` where there is none as large.
  init(clamping value: Double) {
    self = Int(exactly: value) ?? (value > 0 ? .max : 0)
  }
}
