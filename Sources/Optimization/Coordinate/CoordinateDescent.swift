public import Learning
public import LinearAlgebra

/// Cyclic coordinate descent with working sets: minimises the loss of a linear model with an elastic-net penalty,
///
///     P(b, β) = Σᵢ wᵢ φᵢ(b + xᵢᵀ β) + l1 ‖β‖₁ + l2/2 ‖β‖²,
///
/// with coefficients that are exactly zero where the penalty says so, also for many more columns than rows.
///
///     let minimum = try CoordinateDescent().minimize(x, targets: y, l1: 10)   // the lasso
///     minimum.point.dropLast()   // β
///     minimum.point.last         // b
///
/// A pass over all columns gives the gradient Xᵀr, r being the derivatives of the loss. The columns that violate the
/// conditions of the optimum most are gathered into a block that stays in cache, and the problem is solved on it by
/// proximal Newton steps: the second-order model is minimised one coefficient at a time, β ← S(h β - g, l1) / h with
/// the soft threshold S, and once the signs stay, at once by a Cholesky factorization; a line search on the objective
/// follows. Then another pass over all columns judges the result, and the working set at most doubles. A handful of
/// passes is enough.
///
/// The certificate is the larger of two numbers, computed over all columns:
///
/// - the duality gap over the objective: P - D ≥ P - min P, where D is the dual objective
///   -Σᵢ wᵢ φᵢ*(s rᵢ / wᵢ) - Σⱼ max(|s xⱼᵀr| - l1, 0)² / (2 l2), at the share s of the slopes that makes it finite;
/// - the KKT residual, the largest violation of |xⱼᵀr + l2 βⱼ| ≤ l1 at βⱼ = 0 and xⱼᵀr + l2 βⱼ = -l1 sign βⱼ elsewhere,
///   counted for standardised features and an average observation.
///
/// The first bounds the objective, the second speaks of the coefficients.
///
/// - Complexity: O(n d) a pass, in time; O(n s) memory for a working set of s columns.
///
/// Source: J. Friedman, T. Hastie and R. Tibshirani, Regularization paths for generalized linear models via coordinate
/// descent, J. Stat. Softw. 33(1), 2010, doi:10.18637/jss.v033.i01; G.-X. Yuan, C.-H. Ho and C.-J. Lin, An improved
/// GLMNET for L1-regularized logistic regression, JMLR 13, 2012; T. Johnson and C. Guestrin, Blitz: a principled
/// meta-algorithm for scaling sparse optimization, ICML 2015; M. Massias, A. Gramfort and J. Salmon, Celer: a fast
/// solver for the lasso with dual extrapolation, ICML 2018; R. Tibshirani et al., Strong rules for discarding
/// predictors in lasso-type problems, J. R. Stat. Soc. B 74(2), 2012, doi:10.1111/j.1467-9868.2011.01004.x.
public struct CoordinateDescent: Hashable, Sendable, Codable {
  /// The fit has converged when both parts of the certificate are at most this; 1e-9 by default.
  public var tolerance: Double
  /// The most rounds of growing the working set and solving on it; 100 by default.
  public var iterationLimit: Int

  public init(tolerance: Double = 1e-9, iterationLimit: Int = 100) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  var stopping: StoppingRule { StoppingRule(gradientTolerance: tolerance, iterationLimit: iterationLimit) }

  /// Minimises half the weighted squared residuals with an elastic-net penalty.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - targets: n of them.
  ///   - weights: one for each row; nil for ones.
  ///   - hasIntercept: whether there is an intercept, which is not penalised; true by default.
  ///   - start: d coefficients; zeros by default.
  /// - Returns: The point is the d coefficients, and then the intercept where there is one. The evaluations are the
  ///   passes over all columns.
  /// - Throws: `.empty`, `.countMismatch`, `.notFinite`, `.valueNotFinite`, what is wrong with the weights or the
  ///   options, `.cancelled`.
  public func minimize(
    _ x: Matrix, targets: [Double], weights: [Double]? = nil, l1: Double, l2: Double = 0, hasIntercept: Bool = true,
    start: [Double]? = nil
  ) throws(LearningError) -> Minimum {
    try requireSamples(x, (.targets, targets.count))
    for (row, target) in targets.enumerated() where !target.isFinite {
      throw .valueNotFinite(.targets, row: row, value: target)
    }
    if let weights, weights.count != x.rowCount {
      throw .countMismatch(.weights, count: weights.count, rowCount: x.rowCount)
    }
    if let start, start.count != x.columnCount || !maximumMagnitude(start).isFinite {
      throw .invalidOption(
        name: "start", value: "\(start.count) numbers",
        allowed: "a finite one for each of the \(x.columnCount) columns")
    }
    let scaling = try ColumnScaling(x, weights: weights, centers: hasIntercept)
    return try minimize(
      SquaredLoss(targets: targets, weights: weights), of: x, scaling: scaling, l1: l1, l2: l2,
      hasIntercept: hasIntercept, start: start)
  }

  /// Minimises any separable loss with an elastic-net penalty; see ``CoordinateCourse``.
  package func minimize(
    _ loss: some SeparableLoss, of columns: some ColumnSource, scaling: ColumnScaling, l1: Double, l2: Double,
    hasIntercept: Bool, start: [Double]? = nil
  ) throws(LearningError) -> Minimum {
    try requirePenalty(l1, "l1")
    try requirePenalty(l2, "l2")
    var course = CoordinateCourse(loss, columns, scaling: scaling, hasIntercept: hasIntercept, start: start)
    return try course.minimize(l1: l1, l2: l2, method: self)
  }
}
