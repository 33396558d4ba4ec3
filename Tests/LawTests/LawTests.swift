import Classic
import Learning
import TestSupport
import Testing

@Suite("The laws that every estimator goes through")
struct LawTests {
  @Test("An estimator that breaks a law is caught", arguments: BreakingExample.all)
  func breakingALawIsCaught(_ example: BreakingExample) {
    let report = example.check()
    #expect(report.violations.contains { $0.law == example.law }, "\(report)")
  }

  @Test("Every law has an example that breaks it")
  func everyLawCanBeBroken() {
    #expect(Set(Law.allCases).subtracting(BreakingExample.all.map(\.law)).isEmpty)
  }

  @Test("Sound estimators of each kind break no law, and every law is held against one of them")
  func soundEstimatorsPass() {
    let reports = [
      checkLaws(of: NearestCentroid()),
      checkLaws(of: MeanRegressor(), brokenConfigurations: [MeanRegressor(shrinkage: 2)], options: .constant),
      checkLaws(of: Standardizer()), checkLaws(of: PassThrough()),
    ]
    for report in reports { #expect(report.violations.isEmpty, "\(report)") }
    #expect(Set(reports.flatMap(\.checked)) == Set(Law.allCases))
  }

  @Test("Laws of another kind are not held against an estimator")
  func lawsBelongToKinds() {
    let transformer = checkLaws(of: Standardizer()).checked
    #expect(!transformer.contains(.wrongTargetsAreRefused))
    #expect(!transformer.contains(.blobsAreLearned))
    #expect(!checkLaws(of: MeanRegressor(), options: .constant).checked.contains(.oneClassIsRefused))
    #expect(!checkLaws(of: NearestCentroid()).checked.contains(.linearTrendIsLearned))
  }

  @Test("An exemption that the traits declare is granted, and reported with the trait")
  func declaredExemptionsAreGranted() {
    let report = checkLaws(
      of: RowSampler(), exempting: [.weightsEqualRepetition, .trainingOrderDoesNotMatter], options: .constant)
    #expect(report.violations.isEmpty, "\(report)")
    #expect(Set(report.exempted.map(\.law)) == [.weightsEqualRepetition, .trainingOrderDoesNotMatter])
    #expect(report.exempted.allSatisfy { $0.traits == ["samples rows"] })
    #expect(!report.checked.contains(.weightsEqualRepetition))
  }

  @Test("Counting rows excuses from weights as repetition, and from nothing else")
  func countingRowsIsAnExcuse() {
    let estimator = FlawedRegressor(flaw: .countsRows, traits: [.deterministic, .countsRows])
    let report = checkLaws(
      of: estimator, exempting: [.weightsEqualRepetition, .trainingOrderDoesNotMatter], options: .constant)
    #expect(report.exempted.map(\.law) == [.weightsEqualRepetition])
    #expect(report.exempted.map(\.traits) == [["counts rows"]])
    #expect(report.violations.contains { $0.law == .exemptionsAreDeclared }, "\(report)")
  }

  @Test("Without its exemptions the same estimator is caught")
  func undeclaredSamplingIsCaught() {
    let broken = Set(checkLaws(of: RowSampler(), options: .constant).violations.map(\.law))
    #expect(broken == [.weightsEqualRepetition, .trainingOrderDoesNotMatter])
  }

  @Test("A violation says the law and the numbers")
  func violationsAreReadable() {
    let report = checkLaws(of: FlawedRegressor(flaw: .countsNoIterations), options: .constant)
    #expect(
      "\(report)".contains(
        "The report counts at least one iteration: the report counts 0 iterations"), "\(report)")
    #expect("\(report)".hasPrefix("FlawedRegressor, regressor: "))
  }
}
