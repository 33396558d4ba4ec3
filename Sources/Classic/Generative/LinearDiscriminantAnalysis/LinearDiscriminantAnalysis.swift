import Learning
import LinearAlgebra
internal import RealModule

/// Classifies by Bayes' rule, each class normal about its mean with one covariance matrix common to all.
///
///     let model = try LinearDiscriminantAnalysis().fit(x, labels: species)
///     model.coefficients                          // K x d
///     try model.probabilities(for: newFlowers)
///     try model.core.transform(newFlowers)        // n x at most K - 1: where the classes part most
///
/// The log-densities then differ by a linear function of x: the borders are planes, and the odds those of a logistic
/// regression. Where the model holds, it needs fewer rows than logistic regression for the same error; it suffers more
/// from outliers.
///
/// The covariance is Σₖ πₖ Cₖ, with Cₖ the maximum likelihood covariance of class k, divided by its number of rows.
/// With empirical priors this is the pooled covariance, divided by n. (scikit-learn's solvers `lsqr` and `eigen` do the
/// same; its `svd` pools by the shares of the rows whatever the priors are.)
///
/// **Singular covariance.** Where columns are constant within the classes, depend on each other, or outnumber the rows,
/// the covariance has no inverse. The pseudo-inverse is taken in its place: of the eigenvalues of the within-class
/// *correlation* matrix those above 1e-10 of the largest count. The report then has a warning `.rankDeficient` that
/// names the columns to drop. Shrinkage makes the covariance regular.
///
/// - Complexity: fit O(n d² + d³), prediction O(n K d).
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 4.3.
public struct LinearDiscriminantAnalysis: DeterministicClassifierEstimator, Hashable, Codable {
  /// What the covariance of each class is drawn towards.
  public enum Shrinkage: Hashable, Sendable, Codable {
    /// Nothing: maximum likelihood.
    case none
    /// (1 - γ) C + γ (tr C / d) I, with γ from 0 to 1: towards equal variances without covariances. It depends on the
    /// units of the columns; standardise where they differ.
    case fixed(Double)
    /// The columns' variances without covariances, as far as the formula of Ledoit and Wolf says for each class: much
    /// where rows are few for the columns, little where they are many. No unit matters.
    ///
    /// The class's columns are standardised, and their correlation matrix R becomes (1 - γ) R + γ I, where γ minimises
    /// the expected squared error of the whole. Columns that are constant within the class are left out of that.
    ///
    /// Source: Ledoit and Wolf, A well-conditioned estimator for large-dimensional covariance matrices, Journal of
    /// Multivariate Analysis 88, 2004, doi:10.1016/S0047-259X(03)00096-4.
    case ledoitWolf
  }

  /// The probabilities of the classes before the features are seen; the shares of the training rows by default.
  public var priors: ClassPriors
  /// None by default, which is what textbooks and other toolkits do; `.ledoitWolf` where rows are few for the columns.
  public var shrinkage: Shrinkage

  public init(priors: ClassPriors = .empirical, shrinkage: Shrinkage = .none) {
    self.priors = priors
    self.shrinkage = shrinkage
  }

  /// - Throws: `.notFinite`, `.invalidOption`, `.undefined` where no row differs from its class's mean,
  ///   `.linearAlgebra`.
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> Core {
    if case .fixed(let intensity) = shrinkage, !(0...1).contains(intensity) {
      throw .invalidOption(name: "shrinkage", value: "\(intensity)", allowed: "from 0 to 1")
    }
    let classes = try ClassRows.split(x, classIndices: classIndices, classCount: classCount, weights: weights)
    let priors = try priors.values(classWeights: classes.map(\.weight))
    return try LearningError.wrapping { () throws(LinearAlgebraError) in
      try within(classes, priors: priors)
    }.core()
  }

  /// The means, and the covariance that the classes have in common.
  private func within(_ classes: [ClassRows], priors: [Double]) throws(LinearAlgebraError) -> DiscriminantProblem {
    let d = classes.first?.x.columnCount ?? 0
    var problem = DiscriminantProblem(
      priors: priors, means: .zeros(classes.count, d), covariance: .zeros(d, d), shrinkage: [])
    for (k, rows) in classes.enumerated() {
      let moments = try Moments(of: rows.x, weights: rows.weights)
      for (j, mean) in moments.mean.enumerated() { problem.means[k, j] = mean }
      let intensity = intensity(for: rows, moments)
      problem.shrinkage.append(intensity)
      problem.covariance += priors[k] * shrunken(moments.covariance(.maximumLikelihood), by: intensity)
    }
    return problem
  }

  private func intensity(for rows: ClassRows, _ moments: Moments) -> Double {
    switch shrinkage {
    case .none: 0
    case .fixed(let intensity): intensity
    case .ledoitWolf: ledoitWolfIntensity(of: rows, moments)
    }
  }

  private func shrunken(_ covariance: Matrix, by intensity: Double) -> Matrix {
    guard intensity > 0 else { return covariance }
    let variances = covariance.diagonal
    let meanVariance = variances.reduce(0) { $0 + $1 / Double(variances.count) }
    var result = (1 - intensity) * covariance
    for (j, variance) in variances.enumerated() {
      // A correlation matrix's diagonal of ones stays as it is.
      result[j, j] = shrinkage == .ledoitWolf ? variance : result[j, j] + intensity * meanVariance
    }
    return result
  }
}
