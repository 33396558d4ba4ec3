/// How a quantile is read off a sample: the nine definitions of Hyndman and Fan, their numbers as raw values.
///
/// All agree on large samples. The first three give values of the sample (or the middle between two), the others lie on
/// lines between them, and differ in where the i-th smallest of n values stands.
///
/// Source: Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996,
/// doi:10.2307/2684934. R's `type`; NumPy's `method` goes by the names below.
public enum QuantileMethod: Int, Hashable, Sendable, Codable, CaseIterable {
  /// The inverse of the empirical distribution function.
  case invertedCumulative = 1
  /// As 1, but the middle between two values where the function is level.
  case averagedInvertedCumulative
  /// The value whose rank is nearest to n p, the even one of two.
  case closestObservation
  /// The i-th smallest value at i / n.
  case interpolatedInvertedCumulative
  /// At (i - 1/2) / n.
  case hazen
  /// At i / (n + 1), the mean position.
  case weibull
  /// At (i - 1) / (n - 1): the default of R, NumPy and this toolkit.
  case linear
  /// At (i - 1/3) / (n + 1/3), about the median position whatever the distribution is; what Hyndman and Fan recommend.
  case medianUnbiased
  /// At (i - 3/8) / (n + 1/4), about the mean position for a normal distribution.
  case normalUnbiased
}

extension QuantileMethod {
  /// The quantile of `sorted`, whose values ascend; NaN without values.
  ///
  /// - Parameter probability: from 0 to 1.
  package func quantile(_ probability: Double, ofSorted sorted: [Double]) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return .nan }
    let (below, fraction) = place(of: probability, count: Double(sorted.count))
    guard below >= 0 else { return first }
    guard below < Double(sorted.count - 1) else { return last }
    let (lower, upper) = (sorted[Int(below)], sorted[Int(below) + 1])
    guard fraction > 0, lower < upper else { return lower }
    guard fraction < 1 else { return upper }
    let step = upper - lower
    return step.isFinite ? lower + fraction * step : (1 - fraction) * lower + fraction * upper
  }

  /// The index, from zero, of the value below the quantile, and how far from it to the next the quantile lies.
  private func place(of probability: Double, count: Double) -> (below: Double, fraction: Double) {
    let position = Self.snapped(probability * (count + intervals) + start, count: count)
    let below = position.rounded(.down)
    let between = position > below
    let fraction: Double =
      switch self {
      case .invertedCumulative: between ? 1 : 0
      case .averagedInvertedCumulative: between ? 1 : 0.5
      case .closestObservation: between || below.remainder(dividingBy: 2) == 0 ? 1 : 0
      default: position - below
      }
    return (below, fraction)
  }

  /// A probability that was meant to fall on a value, 0.3 of 10, falls beside it by rounding only.
  private static func snapped(_ position: Double, count: Double) -> Double {
    let nearest = position.rounded()
    return abs(position - nearest) <= 4 * .ulpOfOne * count ? nearest : position
  }

  /// The index, from zero, that stands at probability 0.
  private var start: Double {
    switch self {
    case .invertedCumulative, .averagedInvertedCumulative, .interpolatedInvertedCumulative, .weibull: -1
    case .closestObservation: -1.5
    case .hazen: -0.5
    case .linear: 0
    case .medianUnbiased: -2 / 3.0
    case .normalUnbiased: -0.625
    }
  }

  /// How many steps there are from probability 0 to 1, beyond one for each value.
  private var intervals: Double {
    switch self {
    case .invertedCumulative, .averagedInvertedCumulative, .closestObservation, .interpolatedInvertedCumulative,
      .hazen:
      0
    case .weibull: 1
    case .linear: -1
    case .medianUnbiased: 1 / 3.0
    case .normalUnbiased: 0.25
    }
  }
}
