internal import RealModule

extension GammaTails {
  /// Temme's expansion, uniform about x = a, for a ≥ 20 and |x - a| ≤ 0.4 a.
  ///
  /// With η²/2 = λ - 1 - log λ, λ = x / a, the upper tail is ½ erfc(η √(a/2)) + R, where
  /// R = exp(-½ a η²) / √(2πa) · S(η), and S solves η S = S'/a + f(η) / Γ*(a) - 1 with f = η / (λ - 1): its power
  /// series follows from that of f backwards.
  ///
  /// Source: Gil, Segura and Temme, Efficient and accurate algorithms for the computation and inversion of the
  /// incomplete gamma function ratios, SIAM J. Sci. Comput. 34(6), 2012, doi:10.1137/120872553, section 2.5; Temme, The
  /// asymptotic expansion of the incomplete gamma functions, SIAM J. Math. Anal. 10(4), 1979, doi:10.1137/0510071.
  static func uniform(_ a: Double, _ x: DoublePair) -> GammaTails {
    let deviance = Deviance.poisson(a, mean: x)
    let magnitude = (2 * max(deviance.value, 0) / a).squareRoot()
    let isLeft = (x + -a).high < 0
    let eta = isLeft ? -magnitude : magnitude
    let main = 0.5 * Double.erfc(ofSquareRootOf: deviance)
    let rest = (-deviance).exponential / (2 * .pi * a).squareRoot() * remainder(eta, shape: a)
    return isLeft ? GammaTails(lower: main - rest) : GammaTails(upper: main + rest)
  }

  private static func remainder(_ eta: Double, shape: Double) -> Double {
    // βₙ₋₁ = dₙ + (n + 1) βₙ₊₁ / a, from the end; the sum of βₙ ηⁿ by Horner's rule along with it.
    let count = coefficients.count - 1
    var next = coefficients[count]
    var current = coefficients[count - 1]
    var sum = next * eta + current
    for n in stride(from: count - 2, through: 1, by: -1) {
      (next, current) = (current, coefficients[n] + Double(n + 1) * next / shape)
      sum = sum * eta + current
    }
    // What is β₁ now makes 1 / Γ*(a).
    return sum * shape / (shape + next)
  }

  /// η / (λ - 1) in powers of η; see Tests/Fixtures/stats/make_coefficients.py.
  private static let coefficients: [Double] = [
    1.0, -0.3333333333333333333, 0.08333333333333333333, -0.01481481481481481481,
    0.001157407407407407407, 0.0003527336860670194004, -0.0001787551440329218107, 0.00003919263178522437782,
    -2.185448510679992161e-6, -1.854062210715159961e-6, 8.296711340953086005e-7, -1.76659527368260793e-7,
    6.70785354340149858e-9, 1.026180978424030804e-8, -4.382036018453353187e-9, 9.147699582236790234e-10,
    -2.551419399494624977e-11, -5.830772132550425067e-11, 2.436194802066741624e-11, -5.027669280114175589e-12,
    1.100439203195613477e-13, 3.371763262400985379e-13, -1.392388722418162066e-13, 2.85348938070474432e-14,
    -5.139111834242572619e-16, -1.975228829434944284e-15, 8.099521156704561334e-16, -1.652253121639816182e-16,
    2.530543009747888423e-18, 1.168693973855957659e-17, -4.770037049820484758e-18, 9.699126059056237124e-19,
    -1.293256553803817501e-20, -6.969230253185693381e-20,
  ]
}
