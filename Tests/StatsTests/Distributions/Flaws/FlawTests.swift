import Stats
import TestSupport
import Testing

@Suite("The laws of distributions bite")
struct FlawTests {
  private static let refused = ["rate": "-1"]

  @Test("A continuous distribution with a flaw is caught by the law that it breaks", arguments: ContinuousFlaw.allCases)
  func continuousFlaws(_ flaw: ContinuousFlaw) {
    let report = checkLaws(ofContinuous: FlawedExponential(flaw), refusing: Self.refused)
    #expect(report.violations.contains { $0.law == flaw.breaks }, "\(report)")
  }

  @Test("A discrete distribution with a flaw is caught by the law that it breaks", arguments: DiscreteFlaw.allCases)
  func discreteFlaws(_ flaw: DiscreteFlaw) {
    let report = checkLaws(ofDiscrete: FlawedGeometric(flaw))
    #expect(report.violations.contains { $0.law == flaw.breaks }, "\(report)")
  }

  @Test("Without their flaws the same distributions break no law")
  func withoutFlaws() {
    let continuous = checkLaws(ofContinuous: FlawedExponential(nil), refusing: Self.refused)
    #expect(continuous.violations.isEmpty, "\(continuous)")
    let discrete = checkLaws(ofDiscrete: FlawedGeometric(nil))
    #expect(discrete.violations.isEmpty, "\(discrete)")
  }

  @Test("A law that holds is not exempted, and one that is exempted is not held")
  func exemptions() {
    let needless = checkLaws(ofContinuous: FlawedExponential(nil), exempting: [.nanGivesNaN])
    #expect(needless.violations.map(\.law) == [.exemptionsAreNeeded], "\(needless)")
    let needed = checkLaws(ofContinuous: FlawedExponential(.zeroForNaN), exempting: [.nanGivesNaN])
    #expect(needed.violations.isEmpty, "\(needed)")
  }

  @Test("Every law has a flaw that breaks it")
  func everyLawCanBeBroken() {
    let broken = Set(ContinuousFlaw.allCases.map(\.breaks) + DiscreteFlaw.allCases.map(\.breaks))
    #expect(Set(DistributionLaw.allCases).subtracting(broken) == [.exemptionsAreNeeded])
  }

  @Test("A report says the distribution, the law and the numbers")
  func readable() {
    let report = checkLaws(ofContinuous: FlawedExponential(.zeroForNaN))
    #expect("\(report)".hasPrefix("flawed exponential(2.0): "))
    #expect("\(report)".contains("NaN gives NaN: the density of NaN is 0.0"), "\(report)")
  }
}
