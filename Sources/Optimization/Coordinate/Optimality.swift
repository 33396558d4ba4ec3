internal import Learning

/// How far coefficients can be from the optimum of a penalised loss, in two measures.
struct Optimality {
  /// The duality gap relative to the objective, a bound on what is left to gain; nil without a penalty, where no dual
  /// point is at hand.
  let relativeGap: Double?
  /// The largest violation of the conditions of an optimum, of an average observation and a standardised feature.
  let residual: Double

  /// The larger of both.
  var value: Double { max(relativeGap ?? 0, residual) }

  var measure: Certificate.Measure { (relativeGap ?? 0) > residual ? .dualityGap : .optimalityResidual }
}

extension Optimality {
  /// - Parameters:
  ///   - gradient: Xᵀ of the slopes.
  ///   - units: what turns each of its elements into that of a standardised feature and an average observation; zero
  ///     for a column to be left out.
  ///   - drift: the sum of the slopes of an average observation; zero without an intercept.
  init(
    _ penalty: ElasticNet, loss: some SeparableLoss, at predictors: [Double], objective: Double,
    coefficients: [Double], gradient: [Double], units: [Double], drift: Double
  ) {
    var (residual, steepest) = (abs(drift), 0.0)
    for j in gradient.indices where units[j] > 0 {
      residual = max(residual, abs(penalty.violation(coefficients[j], gradient[j])) * units[j])
      steepest = max(steepest, abs(gradient[j]))
    }
    self.residual = residual
    guard penalty.l1 > 0 || penalty.l2 > 0 else {
      relativeGap = nil
      return
    }
    // The dual point is the slopes, shrunk to where no column exceeds the penalty; with an l2 part none has to be.
    let feasible = steepest > penalty.l1 ? penalty.l1 / steepest : 1
    let shares = penalty.l2 > 0 && feasible < 1 ? [feasible, 1] : [feasible]
    let gaps = shares.map { share in
      var gap = loss.conjugateGap(at: predictors, share: share)
      for j in gradient.indices where units[j] > 0 {
        gap += penalty.conjugateGap(coefficients[j], -share * gradient[j])
      }
      return gap
    }
    relativeGap = (gaps.min() ?? .infinity) / max(objective, .leastNormalMagnitude)
  }
}
