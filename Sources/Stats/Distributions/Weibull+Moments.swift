internal import RealModule

/// Moments from E Xⁿ = λⁿ Γ(1 + n/k).
extension Weibull {
  public var mean: Double {
    let mean = scale * .gamma(1 + 1 / shape)
    // The gamma function overflows before the product does where the scale is small.
    return mean.isFinite ? mean : .exp(.log(scale) + .logGamma(1 + 1 / shape))
  }

  public var variance: Double { mean * (mean * relativeVariance) }
  public var skewness: Double { moments.third / (moments.second * moments.second.squareRoot()) }
  public var excessKurtosis: Double { moments.fourth / (moments.second * moments.second) - 3 }
  public var entropy: Double {
    let eulersConstant = 0.57721566490153286061
    return eulersConstant * (1 - 1 / shape) + .log(scale) - .log(shape) + 1
  }

  /// The variance over the squared mean.
  private var relativeVariance: Double {
    shape < WeibullMoments.smallestSeriesShape ? moments.second : moments.second / shape / shape
  }

  private var moments: WeibullMoments { WeibullMoments(shape: shape) }
}

/// The central moments of a Weibull distribution, on a scale of its own: the n-th over (mean)ⁿ, and times the shape's
/// n-th power where it comes from the series.
///
/// With ε = 1/k and dₙ = log Γ(1 + nε) - n log Γ(1 + ε), E Xⁿ / (E X)ⁿ = exp(dₙ). The central moments are combinations in
/// which everything up to εⁿ cancels: for large shapes, which have a narrow peak, few digits of the difference would be
/// left. Then the power series in ε of those combinations is summed, from its first term that does not vanish.
private struct WeibullMoments {
  let second, third, fourth: Double

  /// From here up 4ε ≤ 4/5, and the series converges as the powers of 4ε do.
  static let smallestSeriesShape = 5.0

  init(shape: Double) {
    let epsilon = 1 / shape
    if shape < Self.smallestSeriesShape {
      let (a2, a3, a4) = (Self.excess(2, epsilon), Self.excess(3, epsilon), Self.excess(4, epsilon))
      second = a2
      third = a3 - 3 * a2
      fourth = a4 - 4 * a3 + 6 * a2
    } else {
      let series = WeibullMomentSeries.shared
      second = WeibullMomentSeries.sum(series.second, at: epsilon)
      third = WeibullMomentSeries.sum(series.third, at: epsilon)
      fourth = WeibullMomentSeries.sum(series.fourth, at: epsilon)
    }
  }

  /// exp(dₙ) - 1.
  private static func excess(_ n: Double, _ epsilon: Double) -> Double {
    .expMinusOne(.logGamma(1 + n * epsilon) - n * .logGamma(1 + epsilon))
  }
}

/// The coefficients of the central moments over (mean)ⁿ εⁿ, from the constant one up, in powers of ε.
private struct WeibullMomentSeries {
  let second, third, fourth: [Double]

  static let shared = WeibullMomentSeries()

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
    let step = Double.pow(n, -s)
    let third = s * (s + 1) * (s + 2)
    let fifth = third * (s + 3) * (s + 4)
    let rest = n * step / (s - 1) + step / 2 + step * s / (12 * n) - step * third / (720 * n * n * n)
      + step * fifth / (30240 * n * n * n * n * n)
    return stride(from: n - 1, through: 1, by: -1).reduce(rest) { $0 + .pow($1, -s) }
  }

  static func sum(_ coefficients: [Double], at epsilon: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * epsilon + $1 }
  }
}
