import Learning
import Stats

/// Quantiles and cumulative probabilities undo each other, exactly at the jumps.
extension DiscreteLaws {
  func quantileInvertsCumulative(_ findings: inout Findings) throws {
    for k in values {
      let (lower, upper) = (distribution.cumulative(k), distribution.survival(k))
      if lower > cumulative(below: k) && lower < 1 {
        findings.expectEqual(try distribution.quantile(lower), k, "the quantile of \(lower), P(X ≤ \(k))")
        if lower.nextUp < 1 {
          let next = try distribution.quantile(lower.nextUp)
          findings.expect(next > k, "the quantile just above P(X ≤ \(k)) is \(next)")
        }
      }
      if upper < survival(below: k) && upper > 0 {
        findings.expectEqual(try distribution.upperQuantile(upper), k, "the upper quantile of \(upper), P(X > \(k))")
        if upper.nextDown > 0 {
          let next = try distribution.upperQuantile(upper.nextDown)
          findings.expect(next > k, "the upper quantile just below P(X > \(k)) is \(next)")
        }
      }
    }
  }

  func cumulativeInvertsQuantile(_ findings: inout Findings) throws {
    for probability in Tail.probabilities + [0.5, 0.7, 0.9, 0.99, 1 - 0x1p-53] {
      let k = try distribution.quantile(probability)
      let lower = distribution.support.lowerBound
      findings.expect(
        distribution.cumulative(k) >= probability && (k == lower || cumulative(below: k) < probability),
        "the quantile of \(probability) is \(k), where the cumulative probability goes from \(cumulative(below: k)) to "
          + "\(distribution.cumulative(k))")
      let upperK = try distribution.upperQuantile(probability)
      findings.expect(
        distribution.survival(upperK) <= probability && (upperK == lower || survival(below: upperK) > probability),
        "the upper quantile of \(probability) is \(upperK), where the survival goes from "
          + "\(survival(below: upperK)) to \(distribution.survival(upperK))")
    }
  }

  func quantilesEndAtTheSupport(_ findings: inout Findings) throws {
    let (lower, upper) = (distribution.support.lowerBound, distribution.support.upperBound)
    findings.expectEqual(try distribution.quantile(0), lower, "the quantile of 0")
    findings.expectEqual(try distribution.upperQuantile(1), lower, "the upper quantile of 1")
    if upper < Int.max {
      findings.expectEqual(try distribution.quantile(1), upper, "the quantile of 1")
      findings.expectEqual(try distribution.upperQuantile(0), upper, "the upper quantile of 0")
      findings.expectEqual(distribution.cumulative(upper), 1, "the cumulative probability at the upper end")
      findings.expectEqual(distribution.survival(upper), 0, "the survival at the upper end")
    } else {
      expectRefusal(&findings, "the quantile of 1") { () throws(LearningError) in try distribution.quantile(1) }
      expectRefusal(&findings, "the upper quantile of 0") { () throws(LearningError) in
        try distribution.upperQuantile(0)
      }
    }
  }

  private func expectRefusal(
    _ findings: inout Findings, _ what: String, _ body: () throws(LearningError) -> Int
  ) {
    findings.expectError(
      what, "an error about the probability",
      { error in
        guard case .invalidOption(name: "probability", _, _) = error else { return false }
        return true
      }, body)
  }
}
