import Learning
import Stats

/// The laws of distributions on the whole numbers.
struct DiscreteLaws<Subject: DiscreteDistribution> {
  let distribution: Subject
  let options: DistributionLawOptions
  /// Values from the middle far into both tails, and the first of the support.
  let values: [Int]

  init(_ distribution: Subject, options: DistributionLawOptions) {
    self.distribution = distribution
    self.options = options
    let quantiles = Tail.allCases.flatMap { tail in
      Tail.probabilities.compactMap { try? tail.quantile(distribution, $0) }
    }
    let first = (0..<6).map { distribution.support.lowerBound + $0 }.filter(distribution.support.contains)
    values = Set(quantiles + first).sorted()
  }

  var checks: [DistributionLaw: DistributionLaws<Subject>.Check] {
    [
      .tailsSumToOne: tailsSumToOne,
      .cumulativeIsMonotone: cumulativeIsMonotone,
      .densityFitsCumulative: densityFitsCumulative,
      .densityHasMassOne: densityHasMassOne,
      .outsideIsImpossible: outsideIsImpossible,
      .quantileInvertsCumulative: quantileInvertsCumulative,
      .cumulativeInvertsQuantile: cumulativeInvertsQuantile,
      .quantilesEndAtTheSupport: quantilesEndAtTheSupport,
      .meanIsTheExpectation: meanIsTheExpectation,
      .varianceIsTheExpectation: varianceIsTheExpectation,
      .skewnessIsTheExpectation: skewnessIsTheExpectation,
      .excessKurtosisIsTheExpectation: excessKurtosisIsTheExpectation,
      .entropyIsTheExpectation: entropyIsTheExpectation,
    ]
  }

  private func tailsSumToOne(_ findings: inout Findings) {
    for k in values {
      let (lower, upper) = (distribution.cumulative(k), distribution.survival(k))
      findings.expect(
        lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1 && abs(lower + upper - 1) <= 1e-14,
        "at \(k): \(lower) and \(upper)")
    }
  }

  private func cumulativeIsMonotone(_ findings: inout Findings) {
    for k in values where k < distribution.support.upperBound {
      findings.expect(
        distribution.cumulative(k) <= distribution.cumulative(k + 1) * (1 + 1e-13)
          && distribution.survival(k + 1) <= distribution.survival(k) * (1 + 1e-13),
        "between \(k) and the next value the cumulative probability falls, or the survival rises")
    }
    for (a, b) in zip(values, values.dropFirst()) {
      findings.expect(
        distribution.cumulative(a) <= distribution.cumulative(b)
          && distribution.survival(b) <= distribution.survival(a),
        "between \(a) and \(b) the cumulative probability falls, or the survival rises")
    }
  }

  /// The jump at k, in the tail that is accurate there.
  private func densityFitsCumulative(_ findings: inout Findings) {
    for k in values {
      let density = distribution.density(k)
      let (before, upTo) = (cumulative(below: k), distribution.cumulative(k))
      let (from, after) = (survival(below: k), distribution.survival(k))
      let (jump, tail) = upTo < from ? (upTo - before, upTo) : (from - after, from)
      findings.expect(
        abs(jump - density) <= options.accuracy * tail + 1e-300, "at \(k): a density of \(density), a jump of \(jump)")
    }
  }

  func cumulative(below k: Int) -> Double { k == Int.min ? 0 : distribution.cumulative(k - 1) }
  func survival(below k: Int) -> Double { k == Int.min ? 1 : distribution.survival(k - 1) }

  private func outsideIsImpossible(_ findings: inout Findings) {
    let (lower, upper) = (distribution.support.lowerBound, distribution.support.upperBound)
    let below = lower > Int.min ? [lower - 1, Int.min] : []
    let above = upper < Int.max ? [upper + 1, Int.max] : []
    for (values, cumulative) in [(below, 0.0), (above, 1.0)] {
      for k in values {
        findings.expectEqual(distribution.density(k), 0, "the probability of \(k)")
        findings.expectEqual(distribution.logDensity(k), -.infinity, "the log probability of \(k)")
        findings.expectEqual(distribution.cumulative(k), cumulative, "the cumulative probability at \(k)")
        findings.expectEqual(distribution.survival(k), 1 - cumulative, "the survival at \(k)")
      }
    }
  }
}
