import Learning
import LinearAlgebra
import Stats

/// Penalised coefficients have no standard errors worth the name.
func requireNoPenalty(_ penalty: CoefficientPenalty) throws(LearningError) {
  guard penalty.isNone else {
    throw .undefined(
      "inference for a penalised fit",
      reason: "the penalty moves the coefficients towards zero by design, so that their standard errors say nothing "
        + "about the true ones; fit with penalty .none")
  }
}

extension Inference {
  /// The table of a linear model. A coefficient of variance zero was set to zero, and is not tested.
  static func ofLinearModel(
    names: [String]?, intercept: Double?, _ coefficients: [Double], _ covariance: Matrix, statistic: Statistic,
    level: Double
  ) throws(LearningError) -> Inference {
    let names = names ?? coefficients.indices.map { "x\($0)" }
    guard names.count == coefficients.count else {
      throw .invalidOption(
        name: "names", value: "\(names.count) names", allowed: "one for each of the \(coefficients.count) features")
    }
    let estimates = (intercept.map { [$0] } ?? []) + coefficients
    let variances = covariance.diagonal
    let errors = estimates.indices.map { index -> Double? in
      variances[index] == 0 && estimates[index] == 0 ? nil : variances[index].squareRoot()
    }
    return try Inference(
      names: (intercept == nil ? [] : ["(Intercept)"]) + names, estimates: estimates, standardErrors: errors,
      statistic: statistic, level: level)
  }
}
