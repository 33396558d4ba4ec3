internal import RealModule

/// Moments from E Xⁿ = λⁿ Γ(1 + n/k).
extension Weibull {
  public var mean: Double {
    let mean = scale * .gamma(1 + 1 / shape)
    // The gamma function overflows before the product does where the scale is small.
    return mean.isFinite ? mean : .exp(.log(scale) + .logGamma(1 + 1 / shape))
  }

  public var variance: Double { mean * (mean * moments.relativeVariance) }
  public var skewness: Double { moments.skewness }
  public var excessKurtosis: Double { moments.excessKurtosis }

  public var entropy: Double {
    let eulersConstant = 0.57721566490153286061
    return eulersConstant * (1 - 1 / shape) + .log(scale) - .log(shape) + 1
  }

  private var moments: WeibullMoments { WeibullMoments(shape: shape) }
}

/// What does not depend on the scale.
///
/// With ε = 1/k and dₙ = log Γ(1 + nε) - n log Γ(1 + ε), E Xⁿ / (E X)ⁿ = exp(dₙ), and the central moments are
///
///     μ₂ = exp(d₂) - 1,  μ₃ = exp(d₃) - 3 exp(d₂) + 2,  μ₄ = exp(d₄) - 4 exp(d₃) + 6 exp(d₂) - 3.
private struct WeibullMoments {
  /// The variance over the squared mean.
  let relativeVariance: Double
  let skewness, excessKurtosis: Double

  init(shape: Double) {
    let epsilon = 1 / shape
    if shape >= WeibullMomentSeries.smallestShape {
      self.init(seriesAt: epsilon)
    } else if shape >= 0.5 {
      self.init(excessesAt: epsilon)
    } else {
      self.init(ratiosAt: epsilon)
    }
  }

  /// For large shapes, which have a narrow peak: in μₙ everything up to εⁿ cancels.
  private init(seriesAt epsilon: Double) {
    let series = WeibullMomentSeries.shared
    let second = WeibullMomentSeries.sum(series.second, at: epsilon)
    relativeVariance = second * epsilon * epsilon
    skewness = WeibullMomentSeries.sum(series.third, at: epsilon) / (second * second.squareRoot())
    excessKurtosis = WeibullMomentSeries.sum(series.fourth, at: epsilon) / (second * second) - 3
  }

  /// By aₙ = exp(dₙ) - 1.
  private init(excessesAt epsilon: Double) {
    let (a2, a3, a4) = (
      Double.expMinusOne(Self.exponent(2, epsilon)), Double.expMinusOne(Self.exponent(3, epsilon)),
      Double.expMinusOne(Self.exponent(4, epsilon))
    )
    relativeVariance = a2
    skewness = (a3 - 3 * a2) / (a2 * a2.squareRoot())
    excessKurtosis = (a4 - 4 * a3 + 6 * a2) / (a2 * a2) - 3
  }

  /// For small shapes, where exp(dₙ) overflows before the ratios do.
  private init(ratiosAt epsilon: Double) {
    let (d2, d3, d4) = (Self.exponent(2, epsilon), Self.exponent(3, epsilon), Self.exponent(4, epsilon))
    // μ₂ / exp(d₂), and the same of the others.
    let second = -Double.expMinusOne(-d2)
    let third = 1 - 3 * Double.exp(d2 - d3) + 2 * Double.exp(-d3)
    let fourth = 1 - 4 * Double.exp(d3 - d4) + 6 * Double.exp(d2 - d4) - 3 * Double.exp(-d4)
    relativeVariance = .expMinusOne(d2)
    skewness = .exp(d3 - 1.5 * d2) * third / (second * second.squareRoot())
    excessKurtosis = .exp(d4 - 2 * d2) * fourth / (second * second) - 3
  }

  /// dₙ.
  private static func exponent(_ n: Double, _ epsilon: Double) -> Double {
    .logGamma(1 + n * epsilon) - n * .logGamma(1 + epsilon)
  }
}

/// The coefficients of μₙ / εⁿ, from the constant one up, in powers of ε: the terms that cancel are left out.
private struct WeibullMomentSeries {
  let second, third, fourth: [Double]

  static let shared = WeibullMomentSeries()

  /// From here up 4ε ≤ 4/5, and the series converges as the powers of 4ε do.
  static let smallestShape = 5.0

  /// (4/5)¹⁶⁰ is 3e-16, where the least of the sums is 0.02.
  private static let degree = 160

  private init() {
    let (m2, m3, m4) = (Self.rawMoment(2), Self.rawMoment(3), Self.rawMoment(4))
    second = Array(m2[2...])
    third = (3...Self.degree).map { m3[$0] - 3 * m2[$0] }
    fourth = (4...Self.degree).map { m4[$0] - 4 * m3[$0] + 6 * m2[$0] }
  }

  /// exp(dₙ), whose exponent is dₙ = Σ (-1)ʲ ζ(j)/j (nʲ - n) εʲ from j = 2, as log Γ(1 + x) = -γx + Σ (-1)ʲ ζ(j)/j xʲ.
  private static func rawMoment(_ n: Double) -> [Double] {
    // j times the coefficient of εʲ in the exponent: what the recurrence for the exponential of a series asks for.
    let slopes = (0...degree).map { j in
      j < 2 ? 0 : (j.isMultiple(of: 2) ? 1 : -1) * zeta(Double(j)) * (.pow(n, j) - n)
    }
    var coefficients = [1.0]
    for j in 1...degree {
      coefficients.append((1...j).reduce(0) { $0 + slopes[$1] * coefficients[j - $1] } / Double(j))
    }
    return coefficients
  }

  /// Riemann's zeta function at s ≥ 2, by the sum of the first terms and Euler and Maclaurin's formula for the rest.
  private static func zeta(_ s: Double) -> Double {
    let n = 40.0
    let term = Double.pow(n, -s)
    let third = s * (s + 1) * (s + 2)
    let fifth = third * (s + 3) * (s + 4)
    let corrections = s / (12 * n) - third / (720 * .pow(n, 3)) + fifth / (30240 * .pow(n, 5))
    let rest = term * (n / (s - 1) + 0.5 + corrections)
    return stride(from: n - 1, through: 1, by: -1).reduce(rest) { $0 + .pow($1, -s) }
  }

  static func sum(_ coefficients: [Double], at epsilon: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * epsilon + $1 }
  }
}
