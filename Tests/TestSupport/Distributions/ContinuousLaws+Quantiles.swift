import Stats

/// Quantiles and cumulative probabilities undo each other.
extension ContinuousLaws {
  func quantileInvertsCumulative(_ findings: inout Findings) throws {
    for point in points {
      let tail = point.tail.probability(distribution, point.x)
      let found = try point.tail.quantile(distribution, tail)
      // What an error of the probability makes of x, and the rounding of x.
      let error = options.accuracy * tail / distribution.density(point.x) + 8 * point.x.ulp
      findings.expect(
        abs(found - point.x) <= error, "the \(point.tail) quantile of \(tail) is \(found) where \(point.x) has it")
    }
  }

  func cumulativeInvertsQuantile(_ findings: inout Findings) throws {
    for point in points {
      let found = point.tail.probability(distribution, point.x)
      let error = options.accuracy * point.probability + 8 * distribution.density(point.x) * point.x.ulp
      findings.expect(
        abs(found - point.probability) <= error,
        "the \(point.tail) quantile of \(point.probability), \(point.x), has the probability \(found)")
    }
    // From the other side of the middle.
    for probability in [0.5, 0.7, 0.9, 0.99] {
      for tail in Tail.allCases {
        let x = try tail.quantile(distribution, probability)
        let found = tail.probability(distribution, x)
        let error = options.accuracy + 8 * distribution.density(x) * x.ulp
        findings.expect(
          abs(found - probability) <= error,
          "the \(tail) quantile of \(probability), \(x), has the probability \(found)")
      }
    }
  }

  func quantilesEndAtTheSupport(_ findings: inout Findings) throws {
    let (lower, upper) = (distribution.support.lowerBound, distribution.support.upperBound)
    findings.expectEqual(try distribution.quantile(0), lower, "the quantile of 0")
    findings.expectEqual(try distribution.quantile(1), upper, "the quantile of 1")
    findings.expectEqual(try distribution.upperQuantile(1), lower, "the upper quantile of 1")
    findings.expectEqual(try distribution.upperQuantile(0), upper, "the upper quantile of 0")
    findings.expectEqual(distribution.cumulative(lower), 0, "the cumulative probability at the lower end")
    findings.expectEqual(distribution.survival(lower), 1, "the survival at the lower end")
    findings.expectEqual(distribution.cumulative(upper), 1, "the cumulative probability at the upper end")
    findings.expectEqual(distribution.survival(upper), 0, "the survival at the upper end")
  }
}
