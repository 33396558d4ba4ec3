import Foundation
import Stats

/// Probabilities of all values that count, and what they sum to.
///
/// Where there are more of them than can be summed, nothing is checked: then the density is held to the cumulative
/// probabilities only.
extension DiscreteLaws {
  /// The values and their probabilities, from one tail to the other: as far as probabilities reach where that are few.
  private func summable() throws -> [(k: Int, probability: Double)]? {
    for (depth, limit) in [(1e-290, 4_000), (1e-25, 25_000)] {
      let (low, high) = (try distribution.quantile(depth), try distribution.upperQuantile(depth))
      guard high - low < limit else { continue }
      return (low...high).map { ($0, distribution.density($0)) }
    }
    return nil
  }

  func densityHasMassOne(_ findings: inout Findings) throws {
    guard let terms = try summable(), let first = terms.first, let last = terms.last else { return }
    let before = cumulative(below: first.k)
    let after = distribution.survival(last.k)
    let total = terms.reduce(before + after) { $0 + $1.probability }
    findings.expect(abs(total - 1) <= options.integralAccuracy, "the probabilities sum to \(total)")

    // From either end to the middle, by steps that leave a few hundred comparisons.
    let stride = max(1, terms.count / 200)
    var sum = before
    for (index, term) in terms.enumerated() where sum < 0.6 {
      sum += term.probability
      guard index % stride == 0 else { continue }
      expectTail(&findings, "P(X ≤ \(term.k))", distribution.cumulative(term.k), sum)
    }
    sum = after
    for (index, term) in terms.reversed().enumerated() where sum < 0.6 {
      sum += term.probability
      guard index % stride == 0 else { continue }
      expectTail(&findings, "P(X ≥ \(term.k))", survival(below: term.k), sum)
    }
  }

  private func expectTail(_ findings: inout Findings, _ name: String, _ found: Double, _ sum: Double) {
    findings.expect(
      abs(found - sum) <= 10 * options.accuracy * sum + 1e-300, "\(name) is \(found), the sum \(sum)")
  }

  func meanIsTheExpectation(_ findings: inout Findings) throws {
    guard let terms = try summable() else { return }
    let mean = terms.reduce(0) { $0 + $1.probability * Double($1.k) }
    findings.expect(
      abs(mean - distribution.mean)
        <= options.integralAccuracy * max(distribution.standardDeviation, abs(distribution.mean) * 1e-3),
      "the mean is \(distribution.mean), the sum \(mean)")
  }

  func varianceIsTheExpectation(_ findings: inout Findings) throws {
    guard let terms = try summable() else { return }
    let variance = terms.reduce(0) { $0 + $1.probability * pow(Double($1.k) - distribution.mean, 2) }
    findings.expect(
      abs(variance - distribution.variance) <= options.integralAccuracy * variance,
      "the variance is \(distribution.variance), the sum \(variance)")
  }

  func skewnessIsTheExpectation(_ findings: inout Findings) throws {
    try expectStandardized(3, distribution.skewness, less: 0, "skewness", &findings)
  }

  func excessKurtosisIsTheExpectation(_ findings: inout Findings) throws {
    try expectStandardized(4, distribution.excessKurtosis, less: 3, "excess kurtosis", &findings)
  }

  private func expectStandardized(
    _ order: Int, _ declared: Double, less normal: Double, _ name: String, _ findings: inout Findings
  ) throws {
    guard distribution.variance > 0 else {
      findings.expect(declared.isNaN, "the \(name) is \(declared), though there is no variance")
      return
    }
    guard let terms = try summable() else { return }
    func moment(_ value: (Double) -> Double) -> Double {
      terms.reduce(0) {
        let z = (Double($1.k) - distribution.mean) / distribution.standardDeviation
        return $0 + $1.probability * value(pow(z, Double(order)))
      }
    }
    let found = moment { $0 } - normal
    findings.expect(
      abs(found - declared) <= options.integralAccuracy * max(1, moment(abs)),
      "the \(name) is \(declared), the sum \(found)")
  }

  func entropyIsTheExpectation(_ findings: inout Findings) throws {
    guard let terms = try summable() else { return }
    let entropy = terms.reduce(0) { $1.probability > 0 ? $0 - $1.probability * log($1.probability) : $0 }
    findings.expect(
      abs(entropy - distribution.entropy) <= options.integralAccuracy * max(1, entropy),
      "the entropy is \(distribution.entropy), the sum \(entropy)")
  }
}
