public import Learning
import LinearAlgebra
import Stats

extension LogisticRegression.Core {
  /// The fit as text, as R's `summary(glm)` prints it: the table of the coefficients, deviances, criteria, McFadden's
  /// R² and what the solver reports. Where there are no standard errors the estimates stand alone, with the reason.
  ///
  /// - Parameters:
  ///   - names: of the d features; x0, x1, ... by default.
  ///   - level: of the intervals, 0.95 by default.
  ///   - stars: see ``Inference/table(stars:)``.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` for another number of names or a level that is
  ///   none.
  public func summary(
    names: [String]? = nil, level: Double = 0.95, stars: Bool = false
  ) throws(LearningError) -> String {
    try summary(classes: (0..<classCount).map { "class \($0)" }, names: names, level: level, stars: stars)
  }

  func summary(
    classes: [String], names: [String]?, level: Double, stars: Bool
  ) throws(LearningError) -> String {
    let (tables, refusal) = try tables(names: names, level: level)
    let headers = classCount == 2 || multiclass == .softmax
      ? classes.dropFirst().map { "log-odds of \($0) against \(classes[0])" }
      : classes.map { "log-odds of \($0) against the others" }
    let blocks = zip(headers, tables).map { "\($0)\n\($1.table(stars: stars))" }
    return (["\(title), n = \(sampleSize.formatted(digits: 10))"] + blocks + refusal + [deviances, "\(report)"])
      .joined(separator: "\n\n")
  }

  private var title: String {
    let kind = switch multiclass {
    case .softmax: classCount == 2 ? "Logistic regression" : "Multinomial logistic regression"
    case .oneVsRest: "Logistic regressions of one class against the others"
    }
    if reducesBias { return kind + " with Firth's penalty" }
    return switch penalty {
    case .none: kind + " by maximum likelihood"
    case .l1(let l1): kind + " with an L1 penalty of \(l1.formatted(digits: 6))"
    case .l2(let l2): kind + " with an L2 penalty of \(l2.formatted(digits: 6))"
    case .elasticNet(let l1, let l2):
      kind + " with penalties of \(l1.formatted(digits: 6)) (L1) and \(l2.formatted(digits: 6)) (L2)"
    }
  }

  /// The tables of inference, or those of the estimates alone and why.
  private func tables(
    names: [String]?, level: Double
  ) throws(LearningError) -> (tables: [Inference], refusal: [String]) {
    do {
      return (try multinomialInference(names: names, level: level), [])
    } catch .undefined(let quantity, let reason) {
      let parameters = try parameterNames(names)
      let estimates = multiclass == .softmax
        ? estimatesOfClasses
        : zip(intercepts, coefficients.rows).map { (hasIntercept ? [$0] : []) + Array($1) }
      let tables = try estimates.map { values throws(LearningError) in
        try Inference(rows: zip(parameters, values).map { Inference.Row(name: $0, estimate: $1) }, level: level)
      }
      return (tables, [LearningError.undefined(quantity, reason: reason).description])
    }
  }

  private var deviances: String {
    let freedom = { (parameters: Double?) in
      parameters.map { " on \((sampleSize * Double(classCount - 1) - $0).formatted(digits: 10)) df" } ?? ""
    }
    let isCounted = parameterCount != nil
    let deviances = "null deviance \(nullDeviance.formatted(digits: 6))"
      + freedom(isCounted ? Double(classCount - 1) : nil)
      + ", residual deviance \(deviance.formatted(digits: 6))" + freedom(parameterCount)
    let criteria = zip(["AIC", "BIC"], [aic, bic]).compactMap { name, value in
      value.map { "\(name) \($0.formatted(digits: 6))" }
    } + ["McFadden's R² \(mcFaddenR2.formatted(digits: 4))"]
    return deviances + "\n" + criteria.joined(separator: ", ")
  }
}

extension Classified where Core == LogisticRegression.Core {
  /// The fit as text, with the labels' names; see ``LogisticRegression/Core/summary(names:level:stars:)``.
  public func summary(
    names: [String]? = nil, level: Double = 0.95, stars: Bool = false
  ) throws(LearningError) -> String {
    try core.summary(classes: classes.map { "“\($0)”" }, names: names, level: level, stars: stars)
  }
}
