import Stats

/// The largest difference between the distribution function of the standardised mean of exponential values, whose sum
/// is gamma, and the normal one.
func distanceOfExponentialMeanFromNormal(count: Int) throws -> Double {
  let n = Double(count)
  let sum = try Gamma(shape: n, scale: 1)
  return grid(-4, 6, count: 4001).map { z in
    abs(sum.cumulative(n + z * n.squareRoot()) - Normal.standard.cumulative(z))
  }.max() ?? .nan
}

/// The same for the standardised estimate √n (n/T - 1) of an exponential rate of 1, T being the sum.
func distanceOfExponentialRateFromNormal(count: Int) throws -> Double {
  let n = Double(count)
  let sum = try Gamma(shape: n, scale: 1)
  return grid(-4, 6, count: 4001).map { z in
    let estimate = 1 + z / n.squareRoot()
    // The estimate is below where the sum is above; it is always above zero.
    let below = estimate > 0 ? sum.survival(n / estimate) : 0
    return abs(below - Normal.standard.cumulative(z))
  }.max() ?? .nan
}
