internal import RealModule

extension BetaTails {
  /// The lower tail over ``power(_:_:_:)`` for large a and b and x at most the mean, where the continued fraction would
  /// need about √min(a, b) parts.
  ///
  /// With t / (1 - t) = exp(-s) x / y the tail is ∫ exp(-δ s - n κ(s)) ds over s > 0, where n = a + b,
  /// δ = a y - b x ≥ 0 and κ(s) = x s + log(1 + x (exp(-s) - 1)) ≥ 0, about x y s² / 2. The integrand falls from 1 to
  /// nothing and is analytic as far as |s| = π, so that Gauss and Legendre's rule on the part that counts has all
  /// digits.
  static func quadrature(_ a: Double, _ b: Double, _ point: UnitPair) -> Double {
    let count = a + b
    let slope = (point.y * a - point.x * b).value
    // Where δ s + n x y s² / 2 is 45 the integrand is 3e-20, and more than enough is left for the cubic term.
    let curvature = count * point.x.high * point.y.high
    let end = 90 / (slope + (slope * slope + 90 * curvature).squareRoot())
    var sum = 0.0
    for (node, weight) in GaussLegendre.unitInterval {
      let s = node * end
      sum += weight * .exp(-slope * s - count * cumulant(s, point))
    }
    return sum * end
  }

  /// x s + log(1 + x (exp(-s) - 1)).
  private static func cumulant(_ s: Double, _ point: UnitPair) -> Double {
    // By whichever of x and y is small: the terms in x s² and x² s² do not cancel then.
    point.x.high <= 0.5
      ? cumulant(s, probability: point.x.high) : cumulant(-s, probability: point.y.high)
  }

  private static func cumulant(_ s: Double, probability: Double) -> Double {
    let excess = probability * Double.expMinusOne(-s)
    return probability * exponentialRest(-s) - logarithmicRest(excess)
  }

  /// exp(t) - 1 - t.
  private static func exponentialRest(_ t: Double) -> Double {
    if abs(t) > 0.5 { return Double.expMinusOne(t) - t }
    var sum = 0.0
    for divisor in stride(from: 16.0, through: 3, by: -1) { sum = (1 + sum) * t / divisor }
    return 0.5 * t * t * (1 + sum)
  }

  /// u - log(1 + u).
  private static func logarithmicRest(_ u: Double) -> Double {
    if abs(u) > 0.3 { return u - Double.log(onePlus: u) }
    // With r = u / (2 + u): u r - 2 r (r²/3 + r⁴/5 + …).
    let r = u / (2 + u)
    let square = r * r
    var sum = 0.0
    for divisor in stride(from: 23.0, through: 3, by: -2) { sum = square * (1 / divisor + sum) }
    return r * (u - 2 * sum)
  }
}
