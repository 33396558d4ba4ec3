internal import Learning
internal import RealModule

/// The log-likelihood as a function of one parameter, the others at their best for each of its values.
struct ProfileLikelihood<Function: LikelihoodFunction> {
  private let fit: MaximumLikelihood<Function>
  private let index: Int
  private let domain: ParameterDomain

  enum Side { case lower, upper }

  init(_ fit: MaximumLikelihood<Function>, index: Int) {
    self.fit = fit
    self.index = index
    domain = fit.likelihood.parameters[index].domain
  }

  /// Twice what the log-likelihood lies below its maximum where the parameter has this value, never below zero.
  func deviance(at value: Double) throws(LearningError) -> Double {
    var start = fit.estimates
    start[index] = value
    let best = try fit.likelihood.maximum(fixing: index, near: start)
    return max(0, 2 * (fit.logLikelihood - fit.likelihood.logLikelihood(at: best)))
  }

  /// Where the deviance passes z², on one side of the estimate: the end of the domain if it never does.
  ///
  /// The search runs on the line's scale and for √deviance - z, which is nearly straight.
  func end(_ z: Double, _ side: Side) throws(LearningError) -> Double {
    let bound = side == .lower ? domain.bounds.lowerBound : domain.bounds.upperBound
    guard fit.estimates[index] != bound else { return bound }
    let sign = side == .lower ? -1.0 : 1.0
    let excess = { (position: Double) throws(LearningError) -> Double in
      try deviance(at: domain.value(at: position)).squareRoot() - z
    }
    var inner = innermostPosition
    var step = sign * firstStep(z)
    var outer = inner + step
    while try excess(outer) < 0 {
      guard domain.value(at: outer) != bound, abs(outer) < 1e300 else { return bound }
      inner = outer
      step *= 2
      outer = inner + step
    }
    return domain.value(at: try root(of: excess, between: inner, and: outer))
  }

  /// The estimate's position, or one far out where the estimate is at the other end of the domain.
  private var innermostPosition: Double {
    let position = domain.position(of: fit.estimates[index])
    return position.isFinite ? position : (position < 0 ? -700 : 700)
  }

  /// About z standard errors on the line's scale.
  private func firstStep(_ z: Double) -> Double {
    guard let error = fit.standardErrors()?[index] else { return 1 }
    let slope = domain.derivatives(at: fit.estimates[index]).first
    let step = z * error / slope
    return step.isFinite && step > 0 ? step : 1
  }
}
