internal import RealModule

/// The saddle-point form of the densities that are made of x log x and log-gamma functions.
///
/// A Poisson probability is exp(-D - δ) / √(2πx), where D, the deviance, is the distance of the count from its mean,
/// and δ the remainder of Stirling's formula for x!. No large numbers cancel in it, as they do in
/// `x log m - m - logGamma(x + 1)`. The binomial and, with real counts, the gamma and beta densities are made of the
/// same two functions.
///
/// Source: Loader, Fast and accurate computation of binomial probabilities, 2000.
enum Deviance {
  /// x log(x / m) + m - x for x > 0, m > 0, to about 1e-16 absolutely as long as it is below 745.
  static func poisson(_ x: Double, mean: DoublePair) -> DoublePair {
    let ratio = mean / DoublePair(x)
    guard ratio.high > 0 && ratio.high.isFinite else {
      // Far from each other beyond all doubles.
      return ratio.high > 0 ? mean : DoublePair(x * (Double.log(x) - Double.log(mean.high) - 1))
    }
    return ratio.logarithmicDeviance * x
  }

  /// The deviance of `a` successes and `b` failures where they have the probabilities x and y.
  static func binomial(_ a: Double, _ b: Double, _ probabilities: UnitPair) -> DoublePair {
    let count = DoublePair(sum: a, b)
    return poisson(a, mean: count * probabilities.x) + poisson(b, mean: count * probabilities.y)
  }
}

/// Two numbers x and y of sum one, both from 0 to 1, to more digits than a double has.
struct UnitPair: Sendable {
  let x, y: DoublePair

  /// The number and one less it, exactly.
  init(x: Double) {
    self.x = DoublePair(x)
    y = DoublePair(difference: 1, x)
  }

  /// One less the number, exactly, and the number.
  init(y: Double) {
    x = DoublePair(difference: 1, y)
    self.y = DoublePair(y)
  }

  /// Two doubles that sum to one but for rounding: the smaller one is taken at its word.
  init(x: Double, y: Double) {
    self = x <= y ? UnitPair(x: x) : UnitPair(y: y)
  }

  /// Two numbers above zero, over their sum.
  init(odds p: DoublePair, _ q: DoublePair) {
    let sum = p + q
    self.init(x: p / sum, y: q / sum)
  }

  private init(x: DoublePair, y: DoublePair) {
    self.x = x
    self.y = y
  }

  var exchanged: UnitPair { UnitPair(x: y, y: x) }
}
