internal import RealModule

/// The distributions of Kolmogorov's D = max |F̂ - F| and Smirnov's D⁺ = max(F̂ - F) for a sample from F, of
/// at least one value.
enum KolmogorovDistribution {
  /// The largest sample whose D gets its exact distribution also where no sum does it.
  static let exactLimit = 10_000

  /// P(D ≥ d) for a sample of `count` values.
  static func survival(_ d: Double, count: Int) -> Double {
    let n = Double(count)
    guard n * d > 0.5 else { return 1 }
    // D⁺ and D⁻ cannot both be large here, or only with a probability below 1e-13 of this one.
    guard d < 0.5 && n * d * d < 5 else { return min(1, 2 * oneSidedSurvival(d, count: count)) }
    let below = count <= exactLimit ? exactCumulative(d, count: count) : seriesCumulative(d, count: n)
    return min(1, max(0, 1 - below))
  }

  /// P(D⁺ ≥ d) = d Σ C(n, j) (d + j/n)^(j - 1) (1 - d - j/n)^(n - j), j ≤ n (1 - d): a sum without cancellation.
  ///
  /// Source: Birnbaum and Tingey, Annals of Mathematical Statistics 22(4), 1951, doi:10.1214/aoms/1177729550.
  static func oneSidedSurvival(_ d: Double, count: Int) -> Double {
    guard d > 0 else { return 1 }
    guard d < 1 else { return 0 }
    let n = Double(count)
    var sum = Double.exp(n * .log(onePlus: -d))
    for j in 1..<count {
      // The failures' probability, 1 - d - j/n.
      let rest = (n - Double(j)) / n - d
      guard rest > 0 else { break }
      sum += d * .exp(logTerm(successes: Double(j), failures: n - Double(j), d: d)) / (1 - rest)
    }
    return min(1, sum)
  }

  /// The logarithm of C(n, j) pʲ (1 - p)ⁿ⁻ʲ for p = j/n + d: Stirling's formula takes the large numbers out of it.
  ///
  /// Source: Loader, Fast and accurate computation of binomial probabilities, 2000.
  private static func logTerm(successes: Double, failures: Double, d: Double) -> Double {
    let n = successes + failures
    let deviance =
      successes * .log(onePlus: n * d / successes) + failures * .log(onePlus: -n * d / failures)
    let remainder =
      Double.stirlingRemainder(n) - .stirlingRemainder(successes) - .stirlingRemainder(failures)
    return deviance + remainder - 0.5 * .log(2 * .pi * successes * (failures / n))
  }
}

