internal import RealModule

extension Double {
  /// The digamma function ψ(x), the derivative of log Γ.
  ///
  /// Real numbers of either sign; NaN at the poles 0, -1, -2, …, and at -∞.
  ///
  /// Error bounds: about 1e-15 relative for x > 0, near the root 1.4616… too. Near the roots on the negative axis the
  /// error is that small absolutely.
  ///
  /// Source: recurrence and asymptotic series, DLMF 5.5.2, 5.5.4 and 5.11.2.
  public static func digamma(_ x: Double) -> Double {
    if x <= 0 {
      guard x > -.infinity, x != x.rounded() else { return .nan }
      return digamma(1 - x) - .pi * cotangentPi(x)
    }
    let offset = (x - digammaRoot) - digammaRootRest
    if abs(offset) < 0.3 {
      var sum = 0.0
      for coefficient in digammaCoefficients.reversed() { sum = coefficient + offset * sum }
      return offset * sum
    }
    guard x < .infinity else { return x }
    var x = x
    var steps = 0.0
    while x < 10 {
      steps += 1 / x
      x += 1
    }
    return log(x) - logMinusDigamma(x) - steps
  }

  /// log x - ψ(x), for x ≥ 10, where both are nearly the same.
  static func logMinusDigamma(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = 0.0
    for coefficient in bernoulliOverIndex.reversed() { sum = coefficient + square * sum }
    return 0.5 / x + square * sum
  }

  /// ψ(x + h) - ψ(x) for x > 0, h ≥ 0: small against both where h is small against x.
  static func digammaIncrement(_ x: Double, by h: Double) -> Double {
    var x = x
    var steps = 0.0
    while x < 10 {
      steps += h / (x * (x + h))
      x += 1
    }
    return steps + log(onePlus: h / x) + logMinusDigamma(x) - logMinusDigamma(x + h)
  }

  /// The trigamma function ψ'(x), the second derivative of log Γ.
  ///
  /// Real numbers of either sign; NaN at the poles 0, -1, -2, …, and at -∞.
  ///
  /// Error bounds: about 1e-15 relative.
  ///
  /// Source: recurrence, reflection and asymptotic series, DLMF 5.15.
  public static func trigamma(_ x: Double) -> Double {
    if x <= 0 {
      guard x > -.infinity, x != x.rounded() else { return .nan }
      let sine = sin(.pi * (x - x.rounded())) / .pi
      return 1 / (sine * sine) - trigamma(1 - x)
    }
    var x = x
    var steps = 0.0
    while x < 12 {
      steps += 1 / (x * x)
      x += 1
    }
    let square = 1 / (x * x)
    var sum = 0.0
    for coefficient in bernoulliNumbers.reversed() { sum = coefficient + square * sum }
    return steps + 1 / x + square * (0.5 + sum / x)
  }

  /// cot(πx), with the argument reduced before π comes in.
  private static func cotangentPi(_ x: Double) -> Double {
    let reduced = x - x.rounded()
    return abs(reduced) == 0.5 ? 0 : 1 / tan(.pi * reduced)
  }

  /// The positive root of ψ is the sum of these two; see Tests/Fixtures/stats/make_coefficients.py.
  private static let digammaRoot = 1.4616321449683622
  private static let digammaRootRest = 9.549995429965697e-17

  /// The Taylor coefficients of ψ about its positive root; see Tests/Fixtures/stats/make_coefficients.py.
  private static let digammaCoefficients: [Double] = [
    0.9676722454476211704, -0.4427631689835921061, 0.2584997609556510106, -0.1639427054424065275,
    0.1078240506912623658, -0.07219956125645471093, 0.04880428816414310723, -0.03316112647484735929,
    0.02259764823221810466, -0.01542476590494895914, 0.01053879161661217539, -0.007204534386356868241,
    0.004926781395729853446, -0.003369801655439328083, 0.002305126326734927837, -0.001576936771430197259,
    0.001078825201916296581, -0.0007380709389960051296, 0.0005049532658346020352, -0.0003454680251063076996,
    0.0002363560156402705279, -0.0001617062209197480345, 0.000110633727687474109, -0.00007569179582195065919,
    0.00005178575795222080869, -0.00003543007094765960632, 0.00002424006611860131765,
  ]

  /// B₂ₖ.
  private static let bernoulliNumbers: [Double] = [
    1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0, -3617 / 510.0, 43867 / 798.0,
  ]

  /// B₂ₖ / 2k.
  private static let bernoulliOverIndex: [Double] = bernoulliNumbers.enumerated().map { index, number in
    number / Double(2 * index + 2)
  }
}
