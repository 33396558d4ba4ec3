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
/// the softmax for more; the weights w are those of the rows times those of their classes. So l2 is 1/C of
/// scikit-learn. Features are centred and scaled inside the solvers, which makes units no matter of speed; the penalty
/// counts the coefficients in the features' own units, and the optimum is that of the objective above.
///
/// - Complexity: O(n d K) an iteration; Newton's method O(n d² K²) with d² K² memory.
///
/// Source: D. R. Cox, The regression analysis of binary sequences, JRSS B 20(2), 1958; T. Hastie, R. Tibshirani and
/// J. Friedman, The Elements of Statistical Learning, 2nd edition, sections 4.4 and 18.4.
public struct LogisticRegression: ClassifierEstimator, Hashable, Codable {
  /// How the optimum is found.
  public enum Solver: Hashable, Sendable, Codable {
    /// Newton's method for few coefficients and a sample that is soon read, preconditioned L-BFGS otherwise; where there
    /// is an L1 penalty coordinate descent for two classes and the proximal gradient method for more. The report names
    /// it.
    case automatic
    case newton
    /// L-BFGS that knows from a sample of the rows how the loss curves, and with few coefficients also where its
    /// minimum is about; then all rows are read a few times only.
    case preconditionedLBFGS
    case lbfgs
    case newtonCG
    /// For L1 penalties, and any number of classes.
    case proximalGradient
    /// For L1 penalties and two classes, also with many more columns than rows.
    case coordinateDescent
    /// To see its path, and for comparison.
    case gradientDescent(GradientDescent)
    /// Draws its batches from the generator of the fit.
    case stochastic(StochasticGradientDescent)
  }

  /// What is fitted where there are more than two classes.
  public enum Multiclass: String, Hashable, Sendable, Codable {
    /// One model of all classes: the cross-entropy of the softmax.
    case softmax
    /// A logistic regression of each class against all others. The probabilities are the K sigmoids, divided by their
    /// sum, as in scikit-learn.
    case oneVsRest
  }

  /// `.l2(1)` by default, as scikit-learn: it always has an optimum.
  public var penalty: CoefficientPenalty
  /// `.automatic` by default.
  public var solver: Solver
  /// Whether each output has an intercept; true by default.
  public var fitsIntercept: Bool
  /// How much each class counts; `.uniform` by default. With `.oneVsRest`, `.balanced` balances each class against all
  /// others.
  public var classWeights: ClassWeights
  /// `.softmax` by default: it is the model whose likelihood is maximised. No matter for two classes.
  public var multiclass: Multiclass
  /// Whether Firth's penalised likelihood is maximised, which takes away the bias of maximum likelihood in small
  /// samples and has a finite maximum for separated classes, too; false by default. For two classes, without another
  /// penalty; see ``firth(fitsIntercept:tolerance:)``.
  public var reducesBias: Bool
  /// The tolerance of the solver's certificate; 1e-9 by default. Those that are given as values have their own.
  public var tolerance: Double

  public init(
    penalty: CoefficientPenalty = .l2(1), solver: Solver = .automatic, fitsIntercept: Bool = true,
    classWeights: ClassWeights = .uniform, multiclass: Multiclass = .softmax, reducesBias: Bool = false,
    tolerance: Double = 1e-9
  ) {
    self.penalty = penalty
    self.solver = solver
    self.fitsIntercept = fitsIntercept
    self.classWeights = classWeights
    self.multiclass = multiclass
    self.reducesBias = reducesBias
    self.tolerance = tolerance
  }

  public var traits: EstimatorTraits { isStochastic ? .samplesRows : .deterministic }

  private var isStochastic: Bool {
    if case .stochastic = solver { true } else { false }
  }

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    let sample = LogisticSample(x: x, classIndices: classIndices, classCount: classCount, weights: weights)
    return try fit(sample, startingAt: nil, using: &generator)
  }

  /// - Parameter start: coefficients to begin with; nil for zeros.
  func fit(
    _ sample: LogisticSample, startingAt start: LogisticStart?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    try requireOptions(classCount: sample.classCount)
    if multiclass == .oneVsRest, sample.classCount > 2 {
      return try fitOneVsRest(sample, startingAt: start, using: &generator)
    }
    let factors = try classWeights.factors(of: sample)
    var objective = try objective(of: sample.weighted(by: factors))
    let point = start.map { objective.point(of: $0) }
    let minimum: Minimum
    if reducesBias {
      objective = objective.droppingDependentColumns()
      minimum = try FirthObjective(objective).minimize(from: point, tolerance: tolerance)
    } else {
      minimum = try minimize(objective, from: point, using: &generator)
      // A scaling from some rows has not seen whether all are finite. A solver that met one that is not has diverged.
      if minimum.report.termination == .diverged {
        try LearningError.wrapping { () throws(LinearAlgebraError) in try sample.x.requireFinite() }
      }
    }
    return Core(
      objective, classCount: sample.classCount, penalty: penalty, minimum: minimum, classWeights: factors,
      reducesBias: reducesBias)
  }

  func objective(of sample: LogisticSample, centers: Bool? = nil) throws(LearningError) -> LogisticObjective {
    let centers = centers ?? fitsIntercept
    let scaling = try isStochastic
      ? ColumnScaling.estimated(sample.x, weights: sample.weights, centers: centers)
      : ColumnScaling(sample.x, weights: sample.weights, centers: centers)
    return LogisticObjective(
      x: sample.x, classIndices: sample.classIndices, weights: sample.weights,
      outputs: sample.classCount == 2 ? 1 : sample.classCount, scaling: scaling, hasIntercept: fitsIntercept,
      l2: penalty.l2)
  }
}
