internal import RealModule

/// Differences of functions that are nearly the same, as likelihoods near their maximum are made of.
extension Double {
  /// x - log(1 + x), nowhere negative; to full relative precision also near zero.
  static func remainderOfLog(onePlus x: Double) -> Double {
    guard abs(x) < 0.4 else { return x - .log(onePlus: x) }
    // log(1 + x) = 2 artanh(s) with s = x / (2 + x), and x = s (2 + x): what is left is s x - 2 (s³/3 + s⁵/5 + …).
    let s = x / (2 + x)
    let square = s * s
    var sum = 0.0
    for divisor in stride(from: 27.0, through: 3, by: -2) { sum = 1 / divisor + square * sum }
    return s * (x - 2 * square * sum)
  }

  /// (1 + x) log(1 + x) - x, nowhere negative; to full relative precision also near zero.
  static func deviance(ofOnePlus x: Double) -> Double {
    guard x > -1 else { return x == -1 ? 1 : .nan }
    return x * .log(onePlus: x) - remainderOfLog(onePlus: x)
  }

  /// log x - ψ(x), about 1 / (2x).
  static func digammaRemainder(_ x: Double) -> Double {
    x < 10 ? .log(x) - digamma(x) : logMinusDigamma(x)
  }

  /// ψ'(x) - 1/x, about 1 / (2x²).
  static func trigammaRemainder(_ x: Double) -> Double {
    guard x >= 100 else { return trigamma(x) - 1 / x }
    // The asymptotic series, DLMF 5.15.8, whose next term is below 1e-15 of the first.
    let r = 1 / x
    return r * r * (0.5 + r * (1 / 6.0 - r * r * (1 / 30.0 - r * r / 42)))
  }
}
