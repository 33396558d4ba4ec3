import Classic
import Learning
import TestSupport
import Testing

/// An estimator that breaks a law on purpose.
struct BreakingExample: Sendable, CustomTestStringConvertible {
  let law: Law
  let name: String
  let check: @Sendable () -> LawReport

  var testDescription: String { name }

  init(_ law: Law, _ name: String, _ check: @escaping @Sendable () -> LawReport) {
    self.law = law
    self.name = name
    self.check = check
  }

  static let all: [BreakingExample] = regressors + classifiers + transformers + steps + exemptions

  private static var regressors: [BreakingExample] {
    let flawed = RegressorFlaw.allCases.map { flaw in
      BreakingExample(flaw.breaks, "regressor \(flaw)") {
        checkLaws(
          of: FlawedRegressor(flaw: flaw), brokenConfigurations: [FlawedRegressor(flaw: flaw, shrinkage: 2)],
          options: .constant)
      }
    }
    let learning = [
      BreakingExample(.linearTrendIsLearned, "the mean, held to learn") { checkLaws(of: MeanRegressor()) },
      BreakingExample(.linearTrendIsLearned, "predictions by position, held to be constant") {
        checkLaws(of: FlawedRegressor(flaw: .looksAtThePosition), options: .constant)
      },
    ]
    let missing = BreakingExample(.missingValuesAreAccepted, "missing values declared to be accepted, and refused") {
      checkLaws(
        of: FlawedRegressor(flaw: .countsNoIterations, traits: [.deterministic, .acceptsMissingValues]),
        options: .constant)
    }
    return flawed + learning + [missing]
  }

  private static var classifiers: [BreakingExample] {
    let flawed = FlawedClassifier.Flaw.allCases.map { flaw in
      BreakingExample(flaw.breaks, "classifier \(flaw)") { checkLaws(of: FlawedClassifier(flaw: flaw)) }
    }
    let labels = FlawedLabels.Flaw.allCases.map { flaw in
      BreakingExample(flaw.breaks, "labels \(flaw)") { checkLaws(ofClassifier: FlawedLabels(flaw: flaw)) }
    }
    let learning = BreakingExample(.blobsAreLearned, "the nearest centroid, held to be constant") {
      checkLaws(of: NearestCentroid(), options: LawOptions(learns: false))
    }
    return flawed + labels + [learning]
  }

  private static var transformers: [BreakingExample] {
    Standardizer.Flaw.allCases.map { flaw in
      BreakingExample(flaw.breaks, "transformer \(flaw)") { checkLaws(of: Standardizer(flaw: flaw)) }
    }
  }

  private static var steps: [BreakingExample] {
    let ofTargets = FlawedStep.Flaw.allCases.map { flaw in
      BreakingExample(flaw.breaks, "regression step \(flaw)") { checkLaws(ofRegressionStep: FlawedStep(flaw: flaw)) }
    }
    // The number of the labels is checked before a step sees their classes.
    let ofClasses = FlawedStep.Flaw.allCases.filter { $0 != .takesCompanionsOfAnyNumber }.map { flaw in
      BreakingExample(flaw.breaks, "classification step \(flaw)") {
        checkLaws(ofClassificationStep: FlawedStep(flaw: flaw))
      }
    }
    return ofTargets + ofClasses
  }

  private static var exemptions: [BreakingExample] {
    [
      BreakingExample(.exemptionsAreDeclared, "an exemption that the traits do not declare") {
        checkLaws(of: NearestCentroid(), exempting: [.trainingOrderDoesNotMatter])
      },
      BreakingExample(.exemptionsAreDeclared, "an exemption from a law without an excuse") {
        checkLaws(of: RowSampler(), exempting: [.unitWeightsEqualNone])
      },
      BreakingExample(.exemptionsAreNeeded, "an exemption from a law that holds") {
        checkLaws(of: RowSampler(sampling: false), exempting: [.trainingOrderDoesNotMatter], options: .constant)
      },
    ]
  }
}
