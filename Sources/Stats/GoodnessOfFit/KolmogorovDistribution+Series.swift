internal import RealModule

extension KolmogorovDistribution {
  /// P(D < d) ≈ K₀(z) + K₁(z)/√n + K₂(z)/n + K₃(z)/n³ᐟ² with z = √n d; K₀ is Kolmogorov's limit.
  ///
  /// For d from about 0.05/√n up. The error is of the order of 1/n² and largest for z near 0.5: 5e-8 at n = 1000.
  ///
  /// Source: Pelz and Good, Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic, Journal
  /// of the Royal Statistical Society B 38(2), 1976, doi:10.1111/j.2517-6161.1976.tb01579.x; as in Simard and L'Ecuyer,
  /// Journal of Statistical Software 39(11), 2011, doi:10.18637/jss.v039.i11.
  static func seriesCumulative(_ d: Double, count n: Double) -> Double {
    let z = n.squareRoot() * d
    let terms = SeriesTerms(z: z)
    let root = n.squareRoot()
    return terms.k0 + (terms.k1 + (terms.k2 + terms.k3 / root) / root) / root
  }
}

/// The coefficients of the expansion in 1/√n, each a sum of theta functions.
private struct SeriesTerms {
  private(set) var k0 = 0.0, k1 = 0.0, k2 = 0.0, k3 = 0.0

  init(z: Double) {
    let (z2, z4) = (z * z, z * z * z * z)
    let (z6, z8) = (z4 * z2, z4 * z4)
    // Over the odd multiples of π/2, and over the multiples of π: each falls off as exp(-m² / 2z²).
    let count = Int((16 * z / .pi).rounded(.up))
    var extra2 = 0.0, extra3 = 0.0
    for k in stride(from: count, through: 1, by: -1) {
      let m2 = squared((Double(k) - 0.5) * .pi)
      let weight = Double.exp(-m2 / (2 * z2))
      k0 += weight
      k1 += weight * (m2 - z2)
      k2 += weight * (6 * z6 + 2 * z4 + m2 * (2 * z4 - 5 * z2 + m2 * (1 - 2 * z2)))
      k3 +=
        weight
        * (m2 * (135 * z4 - 96 * z6 + m2 * (212 * z4 - 60 * z2 + m2 * (5 - 30 * z2))) - 30 * z6 - 90 * z8)
      let whole2 = squared(Double(k) * .pi)
      let wholeWeight = Double.exp(-whole2 / (2 * z2)) * whole2
      extra2 += wholeWeight
      extra3 += wholeWeight * (3 * z2 - whole2)
    }
    let root = (2 * Double.pi).squareRoot()
    k0 *= root / z
    k1 *= root / (6 * z4)
    k2 = root * (k2 / (72 * z6 * z) - extra2 / (36 * z2 * z))
    k3 = root * (k3 / (6480 * z8 * z2) + extra3 / (216 * z6))
  }
}

private func squared(_ x: Double) -> Double { x * x }
