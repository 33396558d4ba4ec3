import Foundation
import Stats

/// Moments and entropy against integrals.
extension ContinuousLaws {
  func meanIsTheExpectation(_ findings: inout Findings) throws {
    try expectMoment(1, distribution.mean, "mean", &findings) { moment, _ in
      let (center, scale) = try standard()
      // What the mean lacks of the centre, which is the mean itself where it is finite.
      return abs(moment) <= options.integralAccuracy + 8 * center.ulp / scale
    }
  }

  func varianceIsTheExpectation(_ findings: inout Findings) throws {
    try expectMoment(2, distribution.variance, "variance", &findings) { moment, _ in
      let (center, scale) = try standard()
      return abs(moment - 1) <= options.integralAccuracy + 16 * center.ulp / scale
    }
  }

  func skewnessIsTheExpectation(_ findings: inout Findings) throws {
    let skewness = distribution.skewness
    try expectMoment(3, skewness, "skewness", &findings) { moment, magnitude in
      let (center, scale) = try standard()
      return abs(moment - skewness) <= options.integralAccuracy * magnitude + 32 * center.ulp / scale
    }
  }

  func excessKurtosisIsTheExpectation(_ findings: inout Findings) throws {
    let kurtosis = distribution.excessKurtosis
    try expectMoment(4, kurtosis, "excess kurtosis", &findings) { moment, magnitude in
      let (center, scale) = try standard()
      return abs(moment - 3 - kurtosis) <= options.integralAccuracy * magnitude + 64 * center.ulp / scale
    }
  }

  /// A moment about the mean in standard deviations, where it exists, must fit; where it is declared not to, the
  /// integral must diverge.
  private func expectMoment(
    _ order: Int, _ declared: Double, _ name: String, _ findings: inout Findings,
    _ fits: (_ moment: Double, _ magnitude: Double) throws -> Bool
  ) throws {
    let rule = try rule.get()
    let (center, scale) = try standard()
    func magnitude(_ depth: Double) -> Double {
      rule.expectation(depth: depth) { pow(abs(($0 - center) / scale), Double(order)) }
    }
    // A moment that exists has no part so deep in the tails; the slowest to diverge, a logarithm, doubles.
    let diverges = !(magnitude(600) <= 1.2 * magnitude(300)) || magnitude(600) == .infinity
    guard declared.isFinite else {
      findings.expect(diverges, "the \(name) is \(declared), but the integral converges")
      return
    }
    let moment = rule.expectation { pow(($0 - center) / scale, Double(order)) }
    findings.expect(
      try !diverges && fits(moment, max(1, magnitude(.infinity))),
      "the \(name) is \(declared); about \(center) in units of \(scale) the moment of order \(order) is \(moment)")
  }

  /// The mean and standard deviation; the median and the quartiles' distance where they do not exist.
  private func standard() throws -> (center: Double, scale: Double) {
    let center = try distribution.mean.isFinite ? distribution.mean : distribution.quantile(0.5)
    let scale = try distribution.variance.isFinite
      ? distribution.standardDeviation : distribution.upperQuantile(0.25) - distribution.quantile(0.25)
    return (center, scale)
  }

  func entropyIsTheExpectation(_ findings: inout Findings) throws {
    let ends = [distribution.support.lowerBound, distribution.support.upperBound]
    // At an end itself the density may be infinite; a quantile is there only where its digits have run out.
    let expectation = try rule.get().expectation { ends.contains($0) ? 0 : -distribution.logDensity($0) }
    findings.expect(
      abs(expectation - distribution.entropy) <= options.integralAccuracy * max(1, abs(expectation)),
      "the entropy is \(distribution.entropy), the integral \(expectation)")
  }
}
