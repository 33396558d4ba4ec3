import Learning

/// Holds the laws against a classifier.
///
/// - Parameters:
///   - exempting: laws that the estimator cannot keep by its nature, which its traits must declare.
///   - brokenConfigurations: one for each way in which an option can be invalid.
package func checkLaws<Estimator: ClassifierEstimator>(
  of estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  checkLaws(
    ofClassifier: ClassifierSubject(estimator), exempting: exempted,
    broken: brokenConfigurations.map(ClassifierSubject.init), options: options)
}

/// Holds the laws against a regressor; see ``checkLaws(of:exempting:brokenConfigurations:options:)``.
package func checkLaws<Estimator: RegressorEstimator>(
  of estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  let laws = Laws(
    RegressorSubject(estimator), broken: brokenConfigurations.map(RegressorSubject.init), options: options)
  let checks = laws.ofEveryKind.merging(laws.regressorLaws) { _, own in own }
  return laws.report(on: checks, exempting: exempted)
}

/// Holds the laws against a transformer; see ``checkLaws(of:exempting:brokenConfigurations:options:)``.
package func checkLaws<Estimator: TransformerEstimator>(
  of estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  let laws = Laws(
    TransformerSubject(estimator), broken: brokenConfigurations.map(TransformerSubject.init), options: options)
  return laws.report(on: laws.ofEveryKind, exempting: exempted)
}

/// Holds the laws against a step that looks at classes; see ``checkLaws(of:exempting:brokenConfigurations:options:)``.
package func checkLaws<Estimator: ClassificationStep>(
  ofClassificationStep estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  let laws = Laws(
    ClassificationStepSubject(estimator), broken: brokenConfigurations.map(ClassificationStepSubject.init),
    options: options)
  return laws.report(on: laws.ofEveryKind, exempting: exempted)
}

/// Holds the laws against a step that looks at targets; see ``checkLaws(of:exempting:brokenConfigurations:options:)``.
package func checkLaws<Estimator: RegressionStep>(
  ofRegressionStep estimator: Estimator, exempting exempted: Set<Law> = [], brokenConfigurations: [Estimator] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  let laws = Laws(
    RegressionStepSubject(estimator), broken: brokenConfigurations.map(RegressionStepSubject.init), options: options)
  return laws.report(on: laws.ofEveryKind, exempting: exempted)
}

/// Holds the laws against a classifier that is asked in its own way.
package func checkLaws<Subject: LabelledSubject>(
  ofClassifier subject: Subject, exempting exempted: Set<Law> = [], broken: [Subject] = [],
  options: LawOptions = LawOptions()
) -> LawReport {
  let laws = Laws(subject, broken: broken, options: options)
  let checks = laws.ofEveryKind.merging(laws.classifierLaws) { _, own in own }
  return laws.report(on: checks, exempting: exempted)
}
