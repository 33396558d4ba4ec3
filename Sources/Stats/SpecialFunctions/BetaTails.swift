internal import RealModule

/// Both tails of the beta distribution: the smaller is computed, the other follows from it, unless both need a
/// computation of their own.
struct BetaTails {
  let lower, upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  init(lower: Double) { self.init(lower: lower, upper: 1 - lower) }
  init(upper: Double) { self.init(lower: 1 - upper, upper: upper) }

  var exchanged: BetaTails { BetaTails(lower: upper, upper: lower) }

  /// Iₓ(a, b) and I_y(b, a), where y = 1 - x; NaN where they are not defined.
  ///
  /// - Complexity: at most some hundred terms or 40 nodes of a quadrature, for any arguments.
  init(_ a: Double, _ b: Double, at point: UnitPair) {
    let x = point.x.high
    let y = point.y.high
    let isDefined = a >= 0 && b >= 0 && x >= 0 && y >= 0
    // No mass anywhere, all of it just here, or nobody knows where.
    let isAmbiguous = a == 0 && (b == 0 || x == 0) || b == 0 && y == 0 || a == .infinity && b == .infinity
    guard isDefined && !isAmbiguous else {
      self.init(lower: .nan)
      return
    }
    if x == 0 {
      self.init(lower: 0)
    } else if y == 0 {
      self.init(upper: 0)
    } else if a == 0 || b == .infinity {
      self.init(upper: 0)
    } else if b == 0 || a == .infinity {
      self.init(lower: 0)
    } else {
      self = Self.proper(a, b, point)
    }
  }

  private static func proper(_ a: Double, _ b: Double, _ point: UnitPair) -> BetaTails {
    let x = point.x.high
    let y = point.y.high
    if a < 1 && b < 1 {
      return x <= y ? smallShape(a, b, point) : smallShape(b, a, point.exchanged).exchanged
    }
    if a < 1 {
      return b * x <= 1.2 && x <= 0.6
        ? smallShape(a, b, point) : BetaTails(upper: smallerTail(b, a, point.exchanged))
    }
    if b < 1 {
      return a * y <= 1.2 && y <= 0.6
        ? smallShape(b, a, point.exchanged).exchanged : BetaTails(lower: smallerTail(a, b, point))
    }
    let isLeft = (point.y * a - point.x * b).high >= 0
    return isLeft
      ? BetaTails(lower: smallerTail(a, b, point)) : BetaTails(upper: smallerTail(b, a, point.exchanged))
  }

  private static func smallerTail(_ a: Double, _ b: Double, _ point: UnitPair) -> Double {
    let power = power(a, b, point)
    // Far out in a tail there is nothing to sum.
    if power == 0 { return 0 }
    return power * (min(a, b) >= 400 ? quadrature(a, b, point) : fraction(a, b, point))
  }

  /// xᵃ yᵇ / B(a, b): the density of log (x / y).
  static func power(_ a: Double, _ b: Double, _ point: UnitPair) -> Double {
    let small = min(a, b)
    if small < 1 {
      let logarithm = point.x.logarithm * a + point.y.logarithm * b
      return small * (logarithm + -logScaledBeta(small, max(a, b))).exponential
    }
    let remainders =
      Double.stirlingRemainder(a + b) - Double.stirlingRemainder(a) - Double.stirlingRemainder(b)
    let deviance = Deviance.binomial(a, b, point)
    return (-deviance + remainders).exponential * (small / (2 * .pi) * (max(a, b) / (a + b))).squareRoot()
  }

  /// The logarithm of ``power(_:_:_:)``, where x and y are above zero.
  static func logPower(_ a: Double, _ b: Double, _ point: UnitPair) -> Double {
    let small = min(a, b)
    if small < 1 {
      let logarithm = point.x.logarithm * a + point.y.logarithm * b
      return Double.log(small) + (logarithm + -logScaledBeta(small, max(a, b))).value
    }
    let remainders =
      Double.stirlingRemainder(a + b) - Double.stirlingRemainder(a) - Double.stirlingRemainder(b)
    let deviance = Deviance.binomial(a, b, point)
    return (-deviance + remainders).value + 0.5 * .log(small * (max(a, b) / (a + b))) - Double.halfLogTwoPi
  }

  /// log (a B(a, b)), to full relative precision where a is tiny.
  static func logScaledBeta(_ a: Double, _ b: Double) -> Double {
    a <= 1
      ? Double.logGamma(onePlus: a) - Double.logGammaIncrement(b, by: a) : Double.log(a) + Double.logBeta(a, b)
  }

  /// The lower tail over ``power(_:_:_:)``, best where x is at most about the mean.
  ///
  /// Source: DiDonato and Morris, Algorithm 708: Significant digit computation of the incomplete beta function ratios,
  /// ACM TOMS 18(3), 1992, doi:10.1145/131766.131776, equation 9.
  private static func fraction(_ a: Double, _ b: Double, _ point: UnitPair) -> Double {
    let x = point.x.high
    let y = point.y.high
    let excess = (point.y * a - point.x * b).value + 1
    return LentzFraction.value(first: a / (a + 1) * excess) { n in
      let odd = a + (2 * n - 1)
      let numerator = (a + (n - 1)) / odd * ((a + b + (n - 1)) / odd) * (n * x * ((b - n) * x))
      let denominator = n + n * ((b - n) * x) / odd + (a + n) / (a + (2 * n + 1)) * (excess + n * (1 + y))
      return (numerator, denominator)
    }
  }

  /// For a < 1 and small x: xᵃ / (a B(a, b)) (1 + a Σ (1 - b)ₙ xⁿ / (n! (a + n))), whose distance to one is known too.
  ///
  /// Source: DLMF 8.17.7; DiDonato and Morris as above, for the other tail.
  private static func smallShape(_ a: Double, _ b: Double, _ point: UnitPair) -> BetaTails {
    let x = point.x.high
    var power = 1.0
    var sum = 0.0
    var term = 1.0
    var n = 1.0
    while abs(term) > abs(sum) * 0x1p-54 {
      power *= (n - b) / n * x
      term = power / (a + n)
      sum += term
      n += 1
    }
    let scale = logScaledBeta(a, b)
    let factor = Double.pow(x, a) * .exp(-scale)
    let logFactor = a * Double.log(x) - scale
    return BetaTails(lower: factor * (1 + a * sum), upper: -Double.expMinusOne(logFactor) - factor * a * sum)
  }
}
