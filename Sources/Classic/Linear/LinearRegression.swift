public import Learning
public import LinearAlgebra

/// Linear regression by least squares, with inference; ridge, lasso and elastic net with a penalty.
///
///     let model = try LinearRegression().fit(x, targets: y)
///     model.coefficients                  // d
///     print(try model.inference(names: names))
///     let ridge = try LinearRegression.ridge(0.5).fit(x, targets: y)
///
/// It minimises
///
///     ½ Σᵢ wᵢ (yᵢ - b - xᵢᵀβ)² + l1 ‖β‖₁ + l2/2 ‖β‖²
///
/// with an intercept b that costs nothing. So l2 is `alpha` of scikit-learn's `Ridge`; of its `Lasso`, whose losses are
/// a mean, l1 is n · `alpha`. Inside the solvers features are centred and scaled, which makes units no matter of
/// accuracy; the penalty counts the coefficients in the features' own units.
///
/// Weights are frequencies: a row of weight 3 counts as three equal rows, also in the degrees of freedom.
///
/// Without a penalty the method is QR with column pivoting, or, for many rows and columns that are far from dependent,
/// the normal equations with a correction by residuals; the report names it. Columns that are linear combinations of
/// others get the coefficient 0 and are named in a warning; which of them, the pivoting decides.
///
/// - Complexity: 2 n d² for QR, n d²/2 for the normal equations; ridge min(n, d)² max(n, d).
///
/// Source: Å. Björck, Numerical Methods for Least Squares Problems, SIAM, 1996; A. E. Hoerl and R. W. Kennard, Ridge
/// regression, Technometrics 12(1), 1970, doi:10.1080/00401706.1970.10488634.
public struct LinearRegression: DeterministicRegressorEstimator, Hashable, Codable {
  /// None by default: least squares.
  public var penalty: CoefficientPenalty
  /// True by default.
  public var fitsIntercept: Bool
  /// How large the certificate, the gradient by standardised coefficients relative to n times the standard deviation of
  /// the targets, may be; 1e-9 by default.
  public var tolerance: Double

  public init(penalty: CoefficientPenalty = .none, fitsIntercept: Bool = true, tolerance: Double = 1e-9) {
    self.penalty = penalty
    self.fitsIntercept = fitsIntercept
    self.tolerance = tolerance
  }

  /// With the penalty l2/2 ‖β‖².
  public static func ridge(_ l2: Double) -> LinearRegression { LinearRegression(penalty: .l2(l2)) }

  /// With the penalty l1 ‖β‖₁.
  public static func lasso(_ l1: Double) -> LinearRegression { LinearRegression(penalty: .l1(l1)) }

  /// With both penalties.
  public static func elasticNet(l1: Double, l2: Double) -> LinearRegression {
    LinearRegression(penalty: .elasticNet(l1: l1, l2: l2))
  }

  /// Fits the samples' targets; see ``RegressorEstimator/fit(_:targets:weights:using:)``.
  ///
  /// - Throws: besides, `.linearAlgebra(.overflow)` where sums of squares are too large for a Double.
  public func fit(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    try penalty.requireValid()
    try requireTolerance(tolerance)
    let samples = try RegressionSamples(x, targets: targets, weights: weights)
    let objective = try LeastSquaresObjective(
      samples, fitsIntercept: fitsIntercept, l2: penalty.l2, tolerance: tolerance)
    let fit = penalty.l1 > 0 ? try objective.minimizeWithL1(penalty.l1) : try objective.minimum()
    return Model(objective, penalty: penalty, fit: fit)
  }
}
