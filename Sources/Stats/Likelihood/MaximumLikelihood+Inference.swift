public import Learning
internal import LinearAlgebra

extension MaximumLikelihood {
  /// The table of the estimates, with Wald's intervals. Nothing is tested: a parameter of a distribution has no value
  /// that would be null for every question; ``waldTest(of:equals:)`` tests the one that yours asks about.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func inference(level: Double = 0.95) throws(LearningError) -> Inference {
    let errors = standardErrors()
    return try Inference(
      names: likelihood.parameters.map(\.rawValue), estimates: estimates,
      standardErrors: estimates.indices.map { errors?[$0] },
      nullValues: estimates.map { _ in nil }, level: level)
  }
}

extension MaximumLikelihood: CustomStringConvertible {
  /// The family, its table, the log-likelihood, and what the fit reports.
  public var description: String {
    let table = (try? inference())?.description ?? ""
    return """
      \(Function.Family.name) by maximum likelihood, n = \(sampleSize.formatted(digits: 10))
      \(table)
      log-likelihood \(logLikelihood.formatted(digits: 8)), AIC \(aic.formatted(digits: 8)), \
      BIC \(bic.formatted(digits: 8))
      \(report)
      """
  }
}
