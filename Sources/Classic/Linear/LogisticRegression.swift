public import Learning
public import LinearAlgebra
public import Optimization

/// Logistic regression: the log-odds of a class are linear in the features.
///
///     let model = try LogisticRegression().fit(x, labels: species)
///     model.coefficients                    // 1 x d for two classes, K x d for more
///     try model.probabilities(for: newFlowers)
///     let plain = try LogisticRegression(penalty: .none).fit(x, labels: sick)
///     print(try plain.inference(names: featureNames))
///
/// It minimises the weighted sum of the losses and a penalty on the coefficients, not on the intercepts:
///
///     Σᵢ wᵢ loss(yᵢ, b + Bᵀxᵢ) + l1 ‖B‖₁ + l2/2 ‖B‖²
///
/// with log(1 + e^z) - y z for two classes, where y is 1 for the class that is last in order, and the cross-entropy of
/// the softmax for more. So l2 is 1/C of scikit-learn. Features are centred and scaled inside the solvers, which makes
/// units no matter of speed; the penalty counts the coefficients in the features' own units, and the optimum is that of
/// the objective above.
///
/// - Complexity: O(n d K) an iteration; Newton's method O(n d² K²) with d² K² memory.
///
/// Source: D. R. Cox, The regression analysis of binary sequences, JRSS B 20(2), 1958; T. Hastie, R. Tibshirani and
/// J. Friedman, The Elements of Statistical Learning, 2nd edition, sections 4.4 and 18.4.
public struct LogisticRegression: ClassifierEstimator, Hashable, Codable {
  /// How the optimum is found.
  public enum Solver: Hashable, Sendable, Codable {
    /// Newton's method for few coefficients, L-BFGS for many, the proximal gradient method where there is an L1
    /// penalty. The report names it.
    case automatic
    case newton
    case lbfgs
    case newtonCG
    /// The only one for L1 penalties.
    case proximalGradient
    /// To see its path, and for comparison.
    case gradientDescent(GradientDescent)
    /// Draws its batches from the generator of the fit.
    case stochastic(StochasticGradientDescent)
  }

  /// `.l2(1)` by default, as scikit-learn: it always has an optimum.
  public var penalty: CoefficientPenalty
  /// `.automatic` by default.
  public var solver: Solver
  /// Whether each output has an intercept; true by default.
  public var fitsIntercept: Bool
  /// The tolerance of the solver's certificate; 1e-9 by default. Those that are given as values have their own.
  public var tolerance: Double

  public init(
    penalty: CoefficientPenalty = .l2(1), solver: Solver = .automatic, fitsIntercept: Bool = true, tolerance: Double = 1e-9
  ) {
    self.penalty = penalty
    self.solver = solver
    self.fitsIntercept = fitsIntercept
    self.tolerance = tolerance
  }

  public var traits: EstimatorTraits {
    if case .stochastic = solver { return .samplesRows }
    return .deterministic
  }

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    try requireOptions()
    let scaling = try scaling(of: x, weights: weights)
    let objective = LogisticObjective(
      x: x, classIndices: classIndices, weights: weights, outputs: classCount == 2 ? 1 : classCount,
      scaling: scaling, hasIntercept: fitsIntercept, l2: penalty.l2)
    let minimum = try minimize(objective, using: &generator)
    // A scaling from some rows has not seen whether all are finite. A solver that met one that is not has diverged.
    if minimum.report.termination == .diverged {
      try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
    }
    return Core(objective, classCount: classCount, penalty: penalty, minimum: minimum)
  }

  private func scaling(of x: Matrix, weights: [Double]?) throws(LearningError) -> ColumnScaling {
    if case .stochastic = solver {
      return try .estimated(x, weights: weights, centers: fitsIntercept)
    }
    return try ColumnScaling(x, weights: weights, centers: fitsIntercept)
  }
}
