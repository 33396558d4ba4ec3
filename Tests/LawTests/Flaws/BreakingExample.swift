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

  static let all: [BreakingExample] = regressors + classifiers + transformers + exemptions

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
    return flawed + learning
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
