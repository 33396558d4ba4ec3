import Stats
import TestSupport
import Testing

extension DistributionEntry {
  /// The distributions that come up with conjugate priors.
  static let bayes: [DistributionEntry] = [
    .continuous(try Lomax(shape: 3, scale: 2), refusing: ["shape": "0", "scale": "-1"]),
    .continuous(try Lomax(shape: 0.7, scale: 1)),
    .continuous(try Lomax(shape: 1.5, scale: 1e-3)),
    .continuous(try Lomax(shape: 12, scale: 1e6)),
    .continuous(try Lomax(shape: 1e6, scale: 1e6)),

    .continuous(try InverseGamma(shape: 3, scale: 2), refusing: ["shape": "0", "scale": "-1"]),
    .continuous(try InverseGamma(shape: 0.4, scale: 1)),
    .continuous(try InverseGamma(shape: 7, scale: 1e-4)),
    .continuous(try InverseGamma(shape: 500, scale: 1e3)),

    .discrete(
      try BetaBinomial(trials: 10, alpha: 2, beta: 3), refusing: ["trials": "-1", "alpha": "0", "beta": "-2"]),
    .discrete(try BetaBinomial(trials: 40, alpha: 0.3, beta: 0.6)),
    .discrete(try BetaBinomial(trials: 300, alpha: 120, beta: 5)),
    .discrete(try BetaBinomial(trials: 25, alpha: 1, beta: 1)),
    .discrete(try BetaBinomial(trials: 0, alpha: 2, beta: 2)),
    .discrete(try BetaBinomial(trials: 1, alpha: 0.01, beta: 30)),
  ]
}

@Suite("The distributions that come up with conjugate priors")
struct BayesDistributionTests {
  @Test("keep the laws", arguments: DistributionEntry.bayes)
  func laws(_ entry: DistributionEntry) throws {
    let report = try entry.check()
    for violation in report.violations { Issue.record("\(report.distribution). \(violation)") }
  }
}
