internal import Learning
internal import Optimization

/// Newton's method for the largest value of a log-likelihood, with one parameter held fixed if wanted: ``Newton`` on
/// the scale where the domain is the whole line. Its certificate is the distance from the maximum in standard errors.
struct NewtonAscent<Function: LikelihoodFunction> {
  let function: Function
  /// The index of the parameter that keeps its value.
  let fixed: Int?

  init(_ function: Function, fixing fixed: Int? = nil) {
    self.function = function
    self.fixed = fixed
  }

  /// - Parameters:
  ///   - start: a point inside the domain.
  ///   - isWorthwhile: false at points from which a caller, who knows where the likelihood leads to, need not go on.
  func maximum(
    from start: [Double], while isWorthwhile: ([Double]) -> Bool = { _ in true }
  ) throws(LearningError) -> LikelihoodMaximum {
    let objective = NegativeLogLikelihood(function, fixing: fixed, at: start)
    guard objective.dimension > 0 else { return .closedForm(start, "nothing is free") }
    let minimum = try Newton().minimize(objective, from: objective.start) { isWorthwhile(objective.point(at: $0)) }
    var report = minimum.report
    report.objectiveTrace = report.objectiveTrace.map { -$0 }
    return LikelihoodMaximum(point: objective.point(at: minimum.point), report: report)
  }
}
