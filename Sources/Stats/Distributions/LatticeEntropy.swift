internal import RealModule

/// The entropy of a distribution on the whole numbers from zero on, summed: -Σ p(k) log p(k).
///
/// Up to 2000 terms are added one by one. Beyond, the sum is an integral of the same function, whose argument may be
/// any number, with the first correction of Euler and Maclaurin; Gauss and Legendre's rule takes it panel by panel. The
/// relative error is below 1e-10.
///
/// - Complexity: at most some thousand densities.
struct LatticeEntropy {
  /// log p(k) for real k ≥ 0.
  let logProbability: (Double) -> Double
  /// The distribution's, as far as it says where terms are small.
  let mean, standardDeviation: Double
  /// The largest value; ∞ where there is none.
  let end: Double
  /// The widest panel that the integrand is smooth on, apart from as wide as its distance to zero.
  let panelWidth: Double

  private static let summedCount = 2000

  func value() -> Double {
    let first = max(0, (mean - 12 * standardDeviation - 30).rounded(.down))
    var sum = 0.0
    for offset in 0..<Self.summedCount {
      let k = first + Double(offset)
      if k > end { return sum }
      let term = term(k)
      sum += term
      if k > mean + 1 && term < 1e-18 * sum { return sum }
    }
    let next = first + Double(Self.summedCount)
    guard next <= end else { return sum }
    // Σ f(k) from k = n on is ∫ f from n - ½ on, and f'(n - ½) / 24.
    return sum + integral(from: next - 0.5, known: sum) + (term(next) - term(next - 1)) / 24
  }

  private func integral(from start: Double, known: Double) -> Double {
    var start = start
    var sum = 0.0
    while start < end {
      let stop = min(start + min(panelWidth, start), end + 0.5)
      var panel = 0.0
      for (node, weight) in GaussLegendre.unitInterval { panel += weight * term(start + node * (stop - start)) }
      panel *= stop - start
      sum += panel
      if start > mean && panel < 1e-16 * (known + sum) { return sum }
      start = stop
    }
    return sum
  }

  private func term(_ k: Double) -> Double {
    let logarithm = logProbability(k)
    return logarithm < -1000 ? 0 : -logarithm * .exp(logarithm)
  }
}
