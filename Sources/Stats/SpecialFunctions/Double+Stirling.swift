internal import RealModule

extension Double {
  /// What Stirling's formula leaves of the log-gamma function: log Γ(x + 1) - (x + ½) log x + x - ½ log 2π, for x > 0.
  ///
  /// To about 1e-16 absolutely.
  static func stirlingRemainder(_ x: Double) -> Double {
    if x < 1 { return logGamma(onePlus: x) - (x + 0.5) * log(x) + x - halfLogTwoPi }
    // One step of the recurrence adds (x + ½) log(1 + 1/x) - 1 = s²/3 + s⁴/5 + … with s = 1 / (2 x + 1).
    var x = x
    var steps = 0.0
    while x < 8 {
      let square = 1 / ((2 * x + 1) * (2 * x + 1))
      var sum = 0.0
      for divisor in stride(from: 33.0, through: 3, by: -2) { sum = 1 / divisor + square * sum }
      steps += square * sum
      x += 1
    }
    return steps + stirlingSeries(x)
  }

  /// ``stirlingRemainder(_:)`` for x ≥ 8: Σ B₂ₖ / (2k (2k - 1) x²ᵏ⁻¹).
  static func stirlingSeries(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = 0.0
    for coefficient in stirlingCoefficients.reversed() { sum = coefficient + square * sum }
    return sum / x
  }

  /// log Γ(1 + x), to full relative precision near zero, for -½ ≤ x ≤ 1.
  static func logGamma(onePlus x: Double) -> Double {
    x > 0.5 ? logGamma(twoPlus: x - 1) : logGamma(twoPlus: x) - log(onePlus: x)
  }

  /// The Taylor series of log Γ about two, for |x| ≤ ½.
  private static func logGamma(twoPlus x: Double) -> Double {
    var sum = 0.0
    for coefficient in zetaCoefficients.reversed() { sum = coefficient + x * sum }
    return x * (oneLessEulerGamma + x * sum)
  }

  /// log Γ(x + h) - log Γ(x) for x > 0, h ≥ 0, to full relative precision also where h is tiny.
  static func logGammaIncrement(_ x: Double, by h: Double) -> Double {
    var x = x
    var steps = 0.0
    while x < 8 {
      steps += log(onePlus: h / x)
      x += 1
    }
    let ratio = h / x
    let main = (x - 0.5) * log(onePlus: ratio) - h + h * log(x + h)
    return main - stirlingDecrement(x, by: h) - steps
  }

  /// What ``stirlingSeries(_:)`` loses from `x` to `x + h`: term by term, because both are nearly the same.
  private static func stirlingDecrement(_ x: Double, by h: Double) -> Double {
    // 1/xᵐ - 1/(x + h)ᵐ = (1 - r) (1 + r + … + rᵐ⁻¹) / xᵐ with r = x / (x + h).
    let share = h / (x + h)
    let r = x / (x + h)
    let square = 1 / (x * x)
    var power = 1 / x
    var powers = 1.0
    var rPower = 1.0
    var sum = 0.0
    for coefficient in stirlingCoefficients {
      sum += coefficient * power * powers
      power *= square
      powers += rPower * r * (1 + r)
      rPower *= r * r
    }
    return share * sum
  }

  static let halfLogTwoPi = 0.9189385332046727418
  private static let oneLessEulerGamma = 0.4227843350984671394

  /// B₂ₖ / (2k (2k - 1)).
  private static let stirlingCoefficients: [Double] = [
    1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360_360.0, 1 / 156.0, -3617 / 122_400.0,
    43867 / 244_188.0, -174_611 / 125_400.0,
  ]

  /// (-1)ⁿ (ζ(n) - 1) / n from n = 2; see Tests/Fixtures/stats/make_coefficients.py.
  private static let zetaCoefficients: [Double] = [
    0.3224670334241132182, -0.06735230105319809513, 0.02058080842778454788, -0.007385551028673985266,
    0.002890510330741523286, -0.001192753911703260977, 0.0005096695247430424223, -0.0002231547584535793798,
    0.00009945751278180853371, -0.0000449262367381331417, 0.00002050721277567069155, -9.439488275268395904e-6,
    4.374866789907487804e-6, -2.039215753801366237e-6, 9.551412130407419833e-7, -4.492469198764566043e-7,
    2.120718480555466587e-7, -1.004322482396809961e-7, 4.769810169363980566e-8, -2.271109460894316491e-8,
    1.083865921489695409e-8, -5.183475041970046655e-9, 2.483674543802478317e-9, -1.192140140586091207e-9,
    5.731367241678862013e-10, -2.759522885124233145e-10, 1.330476437424448948e-10, -6.422964563838100022e-11,
    3.104424774732227276e-11, -1.502138408075414217e-11, 7.275974480239079663e-12, -3.527742476575915084e-12,
  ]
}
