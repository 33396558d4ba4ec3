internal import RealModule

extension DoublePair {
  /// The exponential, rounded to a double.
  var exponential: Double {
    let high = Double.exp(self.high)
    // Zero and infinity stay what they are, whatever the rest.
    return high.isNormal ? high + high * low : high
  }

  /// The natural logarithm, to about 1e-25 of itself; that of a double where it is not finite.
  var logarithm: DoublePair {
    guard high > 0 && high.isFinite else { return DoublePair(.log(high)) }
    var exponent = high.exponent
    var scaled = scaled(by: -exponent)
    if scaled.high > Double.sqrt(2) {
      scaled = scaled.scaled(by: -1)
      exponent += 1
    }
    let s = (scaled + -1) / (scaled + 1)
    let logarithm = (s + s * s * s * Self.inverseTangentTail(s)) * 2
    return exponent == 0 ? logarithm : Self.logarithmOf2 * Double(exponent) + logarithm
  }

  /// λ - 1 - log λ: zero at 1 and nowhere negative, without cancellation near 1.
  var logarithmicDeviance: DoublePair {
    let excess = self + -1
    guard high > 0.7, high < 1.4 else { return excess - logarithm }
    // With s = (λ - 1) / (λ + 1) it is s (λ - 1) - 2 s³ (1/3 + s²/5 + …), the second part at most a sixth of the first.
    let s = excess / (self + 1)
    return s * (excess - s * s * Self.inverseTangentTail(s) * 2)
  }

  /// 1/3 + s²/5 + s⁴/7 + …: what (artanh(s) / s - 1) / s² is, for |s| ≤ 0.18.
  private static func inverseTangentTail(_ s: DoublePair) -> DoublePair {
    let square = s * s
    // From s⁸ on a double is enough.
    var tail = 0.0
    for divisor in stride(from: 33.0, through: 11, by: -2) { tail = 1 / divisor + square.high * tail }
    var sum = DoublePair(tail)
    for reciprocal in Self.oddReciprocals { sum = reciprocal + square * sum }
    return sum
  }

  private static let oddReciprocals = [9.0, 7, 5, 3].map { DoublePair(quotient: 1, $0) }

  private static let logarithmOf2 = DoublePair(sum: 0.6931471805599453, 2.3190468138462996e-17)

  private func scaled(by exponent: Double.Exponent) -> DoublePair {
    // In two steps, because 2¹⁰⁷⁴ is no double.
    let half = exponent / 2
    let first = Double(sign: .plus, exponent: half, significand: 1)
    let second = Double(sign: .plus, exponent: exponent - half, significand: 1)
    return DoublePair(sum: high * first * second, low * first * second)
  }
}
