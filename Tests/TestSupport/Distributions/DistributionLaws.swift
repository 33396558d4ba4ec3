import Learning
import Stats

/// The laws that are checked in one way for every distribution on the line.
struct DistributionLaws<Subject: UnivariateDistribution> {
  typealias Check = (inout Findings) throws -> Void

  let distribution: Subject
  let refused: [String: String]
  let options: DistributionLawOptions
  let number: (Subject.Value) -> Double
  /// P(X < x).
  let cumulativeBelow: (Subject.Value) -> Double

  init(
    _ distribution: Subject, refused: [String: String], options: DistributionLawOptions,
    number: @escaping (Subject.Value) -> Double, cumulativeBelow: @escaping (Subject.Value) -> Double
  ) {
    self.distribution = distribution
    self.refused = refused
    self.options = options
    self.number = number
    self.cumulativeBelow = cumulativeBelow
  }

  var checks: [DistributionLaw: Check] {
    [
      .wrongProbabilitiesAreRefused: wrongProbabilitiesAreRefused,
      .samplesFollowTheDistribution: samplesFollowTheDistribution,
      .samplesHaveTheMoments: samplesHaveTheMoments,
      .samplesLieInTheSupport: samplesLieInTheSupport,
      .samplesRepeat: samplesRepeat,
      .codingKeepsTheDistribution: codingKeepsTheDistribution,
      .wrongParametersAreRefused: wrongParametersAreRefused,
      .descriptionNamesTheDistribution: { findings in
        let description = "\(distribution)"
        findings.expect(description.hasPrefix(Subject.name + "("), "“\(description)” for the \(Subject.name)")
      },
    ]
  }

  func report(on checks: [DistributionLaw: Check], exempting exempted: Set<DistributionLaw>) -> DistributionReport {
    var report = DistributionReport(distribution: "\(distribution)")
    for law in DistributionLaw.allCases {
      guard let check = checks[law] else { continue }
      let details = details(of: check)
      if !exempted.contains(law) {
        report.violations += details.map { DistributionReport.Violation(law: law, detail: $0) }
      } else if details.isEmpty {
        report.violations.append(
          DistributionReport.Violation(law: .exemptionsAreNeeded, detail: "“\(law)” was exempted and holds"))
      }
    }
    return report
  }

  private func details(of check: Check) -> [String] {
    var findings = Findings()
    do { try check(&findings) } catch { return findings.details + ["it ended in an error: \(error)"] }
    return findings.details
  }

  private func wrongProbabilitiesAreRefused(_ findings: inout Findings) {
    for probability in [-0.1, -Double.leastNonzeroMagnitude, 1.0.nextUp, 2, .nan, .infinity, -.infinity] {
      let wanted = LearningError.invalidOption(
        name: "probability", value: "\(probability)", allowed: "from 0 to 1")
      findings.expectError(wanted, "quantile(\(probability))") { () throws(LearningError) in
        try distribution.quantile(probability)
      }
      findings.expectError(wanted, "upperQuantile(\(probability))") { () throws(LearningError) in
        try distribution.upperQuantile(probability)
      }
    }
  }
}
