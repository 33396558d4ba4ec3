public import Learning
public import Stats

extension LogisticRegression.Core {
  /// The table of intercept and coefficients with standard errors, z, p and Wald's intervals, as R's `summary(glm)` and
  /// statsmodels print it.
  ///
  /// - Parameters:
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a penalised fit, for more than two classes, and where the
  ///   estimates have no standard errors; ``LearningError/invalidOption(name:value:allowed:)`` for another number of
  ///   names or a level that is none.
  public func inference(names: [String]? = nil, level: Double = 0.95) throws(LearningError) -> Inference {
    guard penalty == .none else {
      throw .undefined(
        "inference for a penalised fit",
        reason: "the penalty moves the coefficients towards zero by design, so that their standard errors say nothing "
          + "about the true ones; fit with penalty .none")
    }
    guard classCount == 2 else {
      throw .undefined("inference for \(classCount) classes", reason: "it is there for two classes only")
    }
    guard let covariance else {
      throw .undefined(
        "inference for this fit",
        reason: report.hasConverged
          ? "the information is singular: columns are constant or linear combinations of others"
          : "the fit ended as \(report.termination.rawValue)")
    }
    let names = names ?? (0..<featureCount).map { "x\($0)" }
    guard names.count == featureCount else {
      throw .invalidOption(name: "names", value: "\(names.count) names", allowed: "one for each of the \(featureCount)")
    }
    let coefficients = Array(coefficients.row(0))
    return try Inference(
      names: (hasIntercept ? ["(Intercept)"] : []) + names, estimates: (hasIntercept ? intercepts : []) + coefficients,
      standardErrors: covariance.diagonal.map { $0.squareRoot() }, level: level)
  }

  /// Akaike's criterion, 2k - 2l; nil for a penalised fit, whose number of parameters is no count.
  public var aic: Double? { parameterCount.map { 2 * $0 - 2 * logLikelihood } }

  private var parameterCount: Double? {
    guard penalty == .none else { return nil }
    let outputs = classCount == 2 ? 1 : classCount - 1
    return Double(outputs * (featureCount + (hasIntercept ? 1 : 0)))
  }
}
