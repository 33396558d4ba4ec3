import Stats

/// The laws of distributions with a density.
struct ContinuousLaws<Subject: ContinuousDistribution> {
  let distribution: Subject
  let options: DistributionLawOptions
  /// Values from the middle far into both tails.
  let points: [TailPoint]
  let rule: Result<QuantileRule, any Error>

  init(_ distribution: Subject, options: DistributionLawOptions) {
    self.distribution = distribution
    self.options = options
    points = TailPoint.all(of: distribution)
    rule = Result { try QuantileRule(distribution) }
  }

  var checks: [DistributionLaw: DistributionLaws<Subject>.Check] {
    [
      .tailsSumToOne: tailsSumToOne,
      .cumulativeIsMonotone: cumulativeIsMonotone,
      .densityFitsCumulative: densityFitsCumulative,
      .densityHasMassOne: densityHasMassOne,
      .outsideIsImpossible: outsideIsImpossible,
      .nanGivesNaN: nanGivesNaN,
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
    findings.expect(points.count >= 10, "only \(points.count) quantiles lie inside the support")
    for x in points.map(\.x) {
      let (lower, upper) = (distribution.cumulative(x), distribution.survival(x))
      findings.expect(
        lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1 && abs(lower + upper - 1) <= 1e-14,
        "at \(x): \(lower) and \(upper)")
    }
  }

  private func cumulativeIsMonotone(_ findings: inout Findings) {
    let knots = points.map(\.x).sorted()
    for (a, b) in zip(knots, knots.dropFirst()) {
      let values = (0...8).map { a + (b - a) * Double($0) / 8 }
      for (x, y) in zip(values, values.dropFirst()) {
        // Where a function changes its method, the last digits may.
        let slack = 1 + 1e-13
        findings.expect(
          distribution.cumulative(x) <= distribution.cumulative(y) * slack,
          "the cumulative probability falls from \(distribution.cumulative(x)) at \(x) to "
            + "\(distribution.cumulative(y)) at \(y)")
        findings.expect(
          distribution.survival(y) <= distribution.survival(x) * slack,
          "the survival rises from \(distribution.survival(x)) at \(x) to \(distribution.survival(y)) at \(y)")
      }
    }
  }

  private func outsideIsImpossible(_ findings: inout Findings) {
    let (lower, upper) = (distribution.support.lowerBound, distribution.support.upperBound)
    let below = lower.isFinite ? [lower.nextDown, lower - 1, -1e300, -.infinity].filter { $0 < lower } : [lower]
    let above = upper.isFinite ? [upper.nextUp, upper + 1, 1e300, .infinity].filter { $0 > upper } : [upper]
    for (values, cumulative) in [(below, 0.0), (above, 1.0)] {
      for x in values {
        findings.expectEqual(distribution.density(x), 0, "the density at \(x)")
        findings.expectEqual(distribution.logDensity(x), -.infinity, "the log density at \(x)")
        findings.expectEqual(distribution.cumulative(x), cumulative, "the cumulative probability at \(x)")
        findings.expectEqual(distribution.survival(x), 1 - cumulative, "the survival at \(x)")
      }
    }
  }

  private func nanGivesNaN(_ findings: inout Findings) {
    let answers = [
      ("density", distribution.density(.nan)), ("log density", distribution.logDensity(.nan)),
      ("cumulative probability", distribution.cumulative(.nan)), ("survival", distribution.survival(.nan)),
    ]
    for (name, answer) in answers { findings.expect(answer.isNaN, "the \(name) of NaN is \(answer)") }
  }
}
