import Learning
import TestSupport
import Testing

/// One configuration of one estimator, to be held to the laws.
struct CatalogueEntry: Sendable, CustomTestStringConvertible {
  let estimator: DeclaredEstimator
  let check: @Sendable () -> LawReport

  var testDescription: String { "\(estimator)" }

  static func classifier<Estimator: ClassifierEstimator>(
    _ estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
    options: LawOptions = LawOptions()
  ) -> CatalogueEntry {
    CatalogueEntry(estimator: DeclaredEstimator(name: typeName(of: Estimator.self), kind: .classifier)) {
      checkLaws(
        of: estimator, exempting: exempted, brokenConfigurations: brokenConfigurations, options: options)
    }
  }

  static func regressor<Estimator: RegressorEstimator>(
    _ estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
    options: LawOptions = LawOptions()
  ) -> CatalogueEntry {
    CatalogueEntry(estimator: DeclaredEstimator(name: typeName(of: Estimator.self), kind: .regressor)) {
      checkLaws(
        of: estimator, exempting: exempted, brokenConfigurations: brokenConfigurations, options: options)
    }
  }

  static func transformer<Estimator: TransformerEstimator>(
    _ estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
    options: LawOptions = LawOptions()
  ) -> CatalogueEntry {
    CatalogueEntry(estimator: DeclaredEstimator(name: typeName(of: Estimator.self), kind: .transformer)) {
      checkLaws(
        of: estimator, exempting: exempted, brokenConfigurations: brokenConfigurations, options: options)
    }
  }

  static func classificationStep<Estimator: ClassificationStep>(
    _ estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
    options: LawOptions = LawOptions()
  ) -> CatalogueEntry {
    CatalogueEntry(estimator: DeclaredEstimator(name: typeName(of: Estimator.self), kind: .classificationStep)) {
      checkLaws(
        ofClassificationStep: estimator, exempting: exempted, brokenConfigurations: brokenConfigurations,
        options: options)
    }
  }

  static func regressionStep<Estimator: RegressionStep>(
    _ estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
    options: LawOptions = LawOptions()
  ) -> CatalogueEntry {
    CatalogueEntry(estimator: DeclaredEstimator(name: typeName(of: Estimator.self), kind: .regressionStep)) {
      checkLaws(
        ofRegressionStep: estimator, exempting: exempted, brokenConfigurations: brokenConfigurations,
        options: options)
    }
  }
}
