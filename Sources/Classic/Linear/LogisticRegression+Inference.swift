public import Learning
import LinearAlgebra
internal import RealModule
public import Stats

extension LogisticRegression.Core {
  /// The table of intercept and coefficients with standard errors, z, p and Wald's intervals, as R's `summary(glm)` and
  /// statsmodels print it.
  ///
  /// With Firth's penalty the standard errors come from the information at its estimates; prefer the intervals of
  /// ``LogisticRegression/profileInference(_:labels:weights:names:level:)`` there.
  ///
  /// - Parameters:
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  /// - Throws: ``LearningError/undefined(_:reason:)`` for a penalised fit, for more than two classes, for class
  ///   weights, and where the estimates have no standard errors; ``LearningError/invalidOption(name:value:allowed:)``
  ///   for another number of names or a level that is none.
  public func inference(names: [String]? = nil, level: Double = 0.95) throws(LearningError) -> Inference {
    guard classCount == 2 else {
      throw .undefined(
        "single table for \(classCount) classes", reason: "each has its own coefficients; see multinomialInference")
    }
    return try multinomialInference(names: names, level: level)[0]
  }

  /// One table for each class but the first: of its intercept and coefficients less those of the first class, which are
  /// log-odds of the class against the first. As `multinom` of R's nnet and `MNLogit` of statsmodels.
  ///
  /// - Parameters: see ``inference(names:level:)``.
  /// - Throws: see ``inference(names:level:)``; `.undefined` for one-vs-rest, too.
  public func multinomialInference(
    names: [String]? = nil, level: Double = 0.95
  ) throws(LearningError) -> [Inference] {
    let errors = try requireCovariance().diagonal.map { $0.squareRoot() }
    let names = try parameterNames(names)
    return try estimatesOfClasses.enumerated().map { index, estimates throws(LearningError) in
      try Inference(
        names: names, estimates: estimates,
        standardErrors: Array(errors[index * names.count..<(index + 1) * names.count]), level: level)
    }
  }

  /// What a unit step in each feature multiplies the odds by, with Wald's intervals and p-values.
  ///
  /// - Parameters: see ``inference(names:level:)``.
  /// - Throws: see ``inference(names:level:)``.
  public func oddsRatios(names: [String]? = nil, level: Double = 0.95) throws(LearningError) -> OddsRatios {
    OddsRatios(of: try inference(names: names, level: level))
  }

  /// Akaike's criterion, 2k - 2l; nil for a penalised fit, whose number of parameters is no count and whose likelihood
  /// is no maximum.
  public var aic: Double? { parameterCount.map { 2 * $0 - 2 * logLikelihood } }

  /// The Bayesian information criterion, k log n - 2l, n being the number of samples or the sum of their weights;
  /// smaller is better. Nil where ``aic`` is.
  public var bic: Double? { parameterCount.map { $0 * .log(sampleSize) - 2 * logLikelihood } }

  /// How many coefficients were free; nil where the likelihood was not maximised.
  var parameterCount: Double? {
    guard penalty == .none, !reducesBias, classWeights == nil, multiclass == .softmax else { return nil }
    let idle = report.warnings.filter { $0.kind == .constantColumns || $0.kind == .rankDeficient }
    let free = featureCount - Set(idle.flatMap(\.columns)).count
    return Double((classCount - 1) * (free + (hasIntercept ? 1 : 0)))
  }

  /// The intercept and coefficients of each class but the first, less those of the first for more than two.
  var estimatesOfClasses: [[Double]] {
    let outputs = zip(intercepts, coefficients.rows).map { (hasIntercept ? [$0] : []) + Array($1) }
    guard let first = outputs.first, outputs.count > 1 else { return outputs }
    return outputs.dropFirst().map { zip($0, first).map { $0 - $1 } }
  }

  /// "(Intercept)" and the names of the features.
  func parameterNames(_ names: [String]?) throws(LearningError) -> [String] {
    let names = names ?? (0..<featureCount).map { "x\($0)" }
    guard names.count == featureCount else {
      throw .invalidOption(name: "names", value: "\(names.count) names", allowed: "one for each of the \(featureCount)")
    }
    return (hasIntercept ? [Inference.interceptName] : []) + names
  }

  private func requireCovariance() throws(LearningError) -> Matrix {
    guard penalty == .none else {
      throw .undefined(
        "inference for a penalised fit",
        reason: "the penalty moves the coefficients towards zero by design, so that their standard errors say nothing "
          + "about the true ones; fit with penalty .none")
    }
    guard multiclass == .softmax else {
      throw .undefined(
        "inference for one-vs-rest",
        reason: "its regressions are no one model; fit with multiclass .softmax, or one class against the others")
    }
    guard classWeights == nil else {
      throw .undefined(
        "inference with class weights",
        reason: "they count rows that are not there, and so make errors look smaller or larger than they are; fit with "
          + "classWeights .uniform")
    }
    guard let covariance else {
      throw .undefined(
        "inference for this fit",
        reason: report.hasConverged
          ? "the information is singular: columns are constant or linear combinations of others"
          : "the fit ended as \(report.termination.rawValue)")
    }
    return covariance
  }
}

extension Inference {
  static var interceptName: String { "(Intercept)" }
}
