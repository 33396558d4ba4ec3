internal import RealModule

/// Both tails of the gamma distribution of scale one: the smaller is computed, the other follows from it, unless
/// both need a computation of their own.
struct GammaTails {
  let lower, upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  init(lower: Double) { self.init(lower: lower, upper: 1 - lower) }
  init(upper: Double) { self.init(lower: 1 - upper, upper: upper) }

  /// P(a, x) and Q(a, x); NaN where they are not defined.
  ///
  /// - Complexity: at most some hundred terms, for any arguments.
  init(shape a: Double, at x: Double) { self.init(shape: a, at: DoublePair(x)) }

  /// The same where x has more digits than a double.
  init(shape a: Double, at point: DoublePair) {
    let x = point.high
    guard a >= 0 && x >= 0 && !(a == x && (a == 0 || a == .infinity)) else {
      self.init(lower: .nan)
      return
    }
    if x == 0 || a == .infinity {
      self.init(lower: 0)
    } else if a == 0 || x == .infinity {
      self.init(upper: 0)
    } else if a >= 20 && abs(x - a) <= 0.4 * a {
      self = Self.uniform(a, point)
    } else if a < 1 && x < 1.25 {
      self = Self.smallShape(a, x)
    } else if x <= a + 0.5 {
      self.init(lower: Self.term(a, point) * Self.series(a, x))
    } else {
      self.init(upper: Self.term(a, point) * a * Self.fraction(a, x))
    }
  }

  /// xᵃ exp(-x) / Γ(a + 1): the Poisson probability of the real count `a` at the mean `x`.
  static func term(_ a: Double, _ point: DoublePair) -> Double {
    if a >= 8 {
      let deviance = Deviance.poisson(a, mean: point) + Double.stirlingRemainder(a)
      return (-deviance).exponential / (2 * .pi * a).squareRoot()
    }
    let x = point.high
    // In two halves, because exp(-x) alone may underflow.
    let half = Double.exp(-0.5 * x)
    if half == 0 { return 0 }
    return .pow(x, a) * half / Double.gamma(a + 1) * half
  }

  /// The logarithm of ``term(_:_:)``, where x is above zero and finite.
  static func logTerm(_ a: Double, _ x: DoublePair) -> Double {
    guard a >= 8 else { return a * .log(x.high) - x.high - Double.logGamma(a + 1) }
    let deviance = Deviance.poisson(a, mean: x) + Double.stirlingRemainder(a)
    return -deviance.value - 0.5 * .log(a) - Double.halfLogTwoPi
  }

  /// 1 + x / (a + 1) + x² / ((a + 1) (a + 2)) + …, DLMF 8.7.1.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = 1.0
    repeat {
      term *= x / (a + n)
      sum += term
      n += 1
    } while term > sum * 0x1p-54
    return sum
  }

  /// Γ(a, x) / (xᵃ exp(-x)): Legendre's continued fraction, DLMF 8.9.2, by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    LentzFraction.value(first: x - a + 1) { n in
      (numerator: n * (a - n), denominator: x - a + (2 * n + 1))
    }
  }

  /// For a < 1 and small x: xᵃ / Γ(a + 1) (1 + a Σ (-x)ⁿ / (n! (a + n))), whose distance to one is known too.
  ///
  /// Source: DiDonato and Morris, Computation of the incomplete gamma function ratios and their inverse, ACM TOMS
  /// 12(4), 1986, doi:10.1145/22721.23109.
  private static func smallShape(_ a: Double, _ x: Double) -> GammaTails {
    var power = 1.0
    var sum = 0.0
    var n = 1.0
    var term = 1.0
    while abs(term) > abs(sum) * 0x1p-54 {
      power *= -x / n
      term = power / (a + n)
      sum += term
      n += 1
    }
    let logFactor = a * Double.log(x) - Double.logGamma(onePlus: a)
    let factor = Double.pow(x, a) * .exp(-Double.logGamma(onePlus: a))
    return GammaTails(lower: factor * (1 + a * sum), upper: -Double.expMinusOne(logFactor) - factor * a * sum)
  }
}
