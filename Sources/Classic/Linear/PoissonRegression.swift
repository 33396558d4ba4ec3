public import Learning
public import LinearAlgebra
import Optimization

/// Poisson regression: the logarithm of the expected count is linear in the features.
///
///     let model = try PoissonRegression().fit(x, targets: claims, offsets: holders.map { .log($0) })
///     print(try model.inference(names: names))
///     print(try model.rateRatios(names: names))     // exp(β), with intervals
///     try model.predict(x, offsets: offsets)        // expected counts
///
/// It minimises
///
///     Σᵢ wᵢ (μᵢ - yᵢ log μᵢ) + l1 ‖β‖₁ + l2/2 ‖β‖²,  log μᵢ = oᵢ + b + xᵢᵀβ
///
/// with an intercept b that costs nothing. The offsets o are known parts of the logarithm: with the logarithm of an
/// exposure (person-years, an area, the policies held) the model is one of rates, counts for one unit of exposure.
/// So l2 is n times `alpha` of scikit-learn's `PoissonRegressor`, whose losses are a mean.
///
/// Targets are counts; other numbers from 0 on are allowed, as R allows them with a warning, and the estimates are then
/// those of quasi-likelihood. Weights are frequencies: a row of weight 3 counts as three equal rows.
///
/// Newton's method, which for this link is iteratively reweighted least squares, with steps that are shortened where
/// the deviance would not fall; L-BFGS for more than 500 features, the proximal gradient method with an L1 penalty.
///
/// - Complexity: n d²/2 an iteration of Newton's method, of which a handful is made.
///
/// Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd edition, Chapman and Hall, 1989, chapter 6.
public struct PoissonRegression: DeterministicRegressorEstimator, Hashable, Codable {
  /// None by default: maximum likelihood.
  public var penalty: CoefficientPenalty
  /// True by default.
  public var fitsIntercept: Bool
  /// The tolerance of the solver's certificate; 1e-9 by default.
  public var tolerance: Double

  public init(penalty: CoefficientPenalty = .none, fitsIntercept: Bool = true, tolerance: Double = 1e-9) {
    self.penalty = penalty
    self.fitsIntercept = fitsIntercept
    self.tolerance = tolerance
  }

  /// Fits counts without offsets; see ``fit(_:targets:weights:offsets:)``.
  public func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    try fit(x, targets: targets, weights: weights, offsets: nil)
  }

  /// Fits counts.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - targets: n counts, none negative.
  ///   - weights: one for each row, zero or positive; nil for ones.
  ///   - offsets: n numbers that are added to the linear predictors, such as the logarithms of exposures; nil for
  ///     zeros.
  /// - Throws: `.outsideSupport` with the first row whose target is negative, besides what
  ///   ``RegressorEstimator/fit(_:targets:weights:using:)`` throws.
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]? = nil, offsets: [Double]?
  ) throws(LearningError) -> Model {
    try penalty.requireValid()
    try requireTolerance(tolerance)
    let samples = try RegressionSamples(x, targets: targets, weights: weights, offsets: offsets)
    if let row = targets.firstIndex(where: { $0 < 0 }) {
      throw .outsideSupport(
        distribution: "Poisson", row: row, value: "\(targets[row])", support: "counts, which are zero or positive")
    }
    let scaling = try ColumnScaling(samples.x, weights: samples.weights, centers: fitsIntercept)
    let dependent = penalty.isNone
      ? scaling.dependentColumns(of: samples.x, weights: samples.weights, hasIntercept: fitsIntercept) : []
    let objective = PoissonObjective(
      samples, scaling: scaling.dropping(dependent), hasIntercept: fitsIntercept, l2: penalty.l2)
    let fit = PoissonFit(
      objective, minimum: try minimize(objective), penalty: penalty, dependentColumns: dependent)
    return try Model(objective, penalty: penalty, fit: fit)
  }

  /// Up to this many coefficients a Hessian costs less than the iterations that it saves.
  private static var newtonLimit: Int { 500 }

  private func minimize(_ objective: PoissonObjective) throws(LearningError) -> Minimum {
    if penalty.l1 > 0 { return try minimizeWithL1(objective) }
    guard objective.dimension > Self.newtonLimit else {
      // Standard errors shrink with the root of the counts; what rounding leaves of the gradient does not.
      let rounding = 64 * Double.ulpOfOne * objective.totalCount.squareRoot()
      return try Newton(tolerance: max(tolerance, rounding)).minimize(objective, from: objective.start)
    }
    return try LBFGS(stopping: StoppingRule(gradientTolerance: tolerance)).minimize(objective, from: objective.start)
  }

  /// The minimum with an L1 penalty, which counts the coefficients in the features' own units.
  private func minimizeWithL1(_ objective: PoissonObjective) throws(LearningError) -> Minimum {
    let method = ProximalGradient(stopping: StoppingRule(gradientTolerance: tolerance, iterationLimit: 10_000))
    let factors = objective.scaling.inverseScale + (fitsIntercept ? [0] : [])
    return try method.minimize(
      objective, penalty: ElasticNetPenalty(l1: penalty.l1, factors: factors), from: objective.start)
  }
}
