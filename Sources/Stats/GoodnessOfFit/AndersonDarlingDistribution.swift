internal import RealModule

/// The distribution of A² under its null hypothesis, all parameters known.
enum AndersonDarlingDistribution {
  /// P(A² > z) for a sample of `count` values.
  static func survival(_ z: Double, count n: Double) -> Double {
    if n == 1 { return singleSurvival(z) }
    let limit = limitSurvival(z)
    return min(1, max(0, limit - correction(1 - limit, count: n)))
  }

  /// P(A² > z) for one value, where A² = -1 - log(u (1 - u)) with u uniform: 1 - √(1 - q), without cancellation.
  private static func singleSurvival(_ z: Double) -> Double {
    let q = 4 * .exp(-1 - z)
    return q < 1 ? q / (1 + (1 - q).squareRoot()) : 1
  }

  /// P(A² > z) for n → ∞, to full relative precision.
  ///
  /// In the limit A² is Σ χ²ⱼ / (j (j + 1)), a sum of squares of normal numbers. Smirnov's formula for those is
  ///
  ///     P = (1/π) Σₖ (-1)ᵏ ∫ exp(-z u / 2) / (u √|D(u)|) du,  from u = (2k+1)(2k+2) to (2k+2)(2k+3)
  ///
  /// with D(u) = Π (1 - u / (j (j + 1))) = -cos(π v / 2) / (π u), v = √(1 + 4u). The ends, v = 4k + 3 and 4k + 5, are
  /// zeros of D, where the integrand is as one over a square root: Chebyshev's quadrature is made for that.
  ///
  /// Source: Anderson and Darling, Annals of Mathematical Statistics 23(2), 1952, doi:10.1214/aoms/1177729437, for D;
  /// Martynov, The Omega Square Tests, Nauka, 1978, for the formula.
  static func limitSurvival(_ z: Double) -> Double {
    // Below, P(A² ≤ z) is less than 1e-16.
    guard z > 0.03 else { return z.isNaN ? .nan : 1 }
    guard z.isFinite else { return 0 }
    var sum = 0.0
    for k in 0... {
      let term = integral(z, middle: Double(4 * k + 4))
      sum += k.isMultiple(of: 2) ? term : -term
      guard term > 1e-17 * sum else { break }
    }
    return min(1, sum / .pi)
  }

  /// ∫ exp(-z u / 2) / (u √|D(u)|) du for v within 1 of `middle`, u being (v² - 1) / 4.
  private static func integral(_ z: Double, middle: Double) -> Double {
    // To 1e-14: the exponential function falls off within 1/√z of the first end, by the angle.
    let nodeCount = 16 + Int(min(4 * z.squareRoot(), 200))
    var sum = 0.0
    for node in 0..<nodeCount {
      let angle = (Double(node) + 0.5) * .pi / Double(nodeCount)
      let v = middle + .cos(angle)
      let u = (v * v - 1) / 4
      // cos(π/2 cos θ), by how far the cosine is from 1.
      let half = Double.sin(min(angle, .pi - angle) / 2)
      let magnitude = Double.sin(.pi * half * half)
      sum += .exp(-0.5 * z * u) * (.pi / u).squareRoot() * (v / 2) * (.sin(angle) / magnitude.squareRoot())
    }
    return sum * .pi / Double(nodeCount)
  }

  /// What P(A² ≤ z) for n values is more than x, its limit.
  private static func correction(_ x: Double, count n: Double) -> Double {
    if x > 0.8 {
      // The published constant is -130.2137; this one makes the correction zero at x = 1.
      return polynomial(x, [-130.2131, 745.2337, -1705.091, 1950.646, -1116.360, 255.7844]) / n
    }
    let border = 0.01265 + 0.1757 / n
    if x < border {
      let t = x / border
      return t.squareRoot() * (1 - t) * (49 * t - 102) * (0.0037 / (n * n) + 0.00078 / n + 0.00006) / n
    }
    let t = (x - border) / (0.8 - border)
    return polynomial(t, [-0.00022633, 6.54034, -14.6538, 14.458, -8.259, 1.91864]) * (0.04213 + 0.01365 / n) / n
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }
}
