import Learning
import LinearAlgebra
internal import RealModule

/// Classifies by Bayes' rule, each feature normal within each class and independent of the others there.
///
///     let model = try GaussianNaiveBayes().fit(x, labels: species)
///     model.means                            // K x d
///     try model.probabilities(for: newFlowers)
///     try model.core.jointLogLikelihoods(of: newFlowers)
///
/// The model is p(x, k) = πₖ Πⱼ N(xⱼ; μₖⱼ, σ²ₖⱼ), fitted by maximum likelihood: the means and variances (divided by the
/// number of rows) of each class's columns. Nothing is iterated and nothing else is to be tuned; few rows suffice,
/// since no covariance is estimated. Where features depend on each other within the classes, the classes are still
/// often the right ones, but the probabilities too near to 0 and 1.
///
/// A column that is constant within a class has no variance there, and so no density. `varianceSmoothing` times the
/// largest variance of a column over all rows is therefore added to every variance. That makes columns whose unit is so
/// small that their variance is below it count for little; standardise where units differ by many orders of magnitude.
///
/// - Complexity: fit O(n d), prediction O(n K d).
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 6.6.3.
public struct GaussianNaiveBayes: DeterministicClassifierEstimator, Hashable, Codable {
  /// The probabilities of the classes before the features are seen; the shares of the training rows by default.
  public var priors: ClassPriors
  /// The share of the largest variance of a column that is added to every variance; 1e-9 by default, which is
  /// scikit-learn's, and changes no variance in its first eight digits where all columns are of one scale.
  public var varianceSmoothing: Double

  public init(priors: ClassPriors = .empirical, varianceSmoothing: Double = 1e-9) {
    self.priors = priors
    self.varianceSmoothing = varianceSmoothing
  }

  /// - Throws: `.notFinite`, `.invalidOption` where options do not fit or a variance of zero is left without smoothing,
  ///   `.noVariation` where every column is constant, `.linearAlgebra(.overflow)`.
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> Core {
    guard varianceSmoothing >= 0, varianceSmoothing.isFinite else {
      throw .invalidOption(
        name: "varianceSmoothing", value: "\(varianceSmoothing)", allowed: "finite, and zero or positive")
    }
    let classes = try ClassRows.split(x, classIndices: classIndices, classCount: classCount, weights: weights)
    let priors = try priors.values(classWeights: classes.map(\.weight))
    let smoothing = try smoothing(of: x, weights: weights)
    var (means, variances) = (Matrix.zeros(classCount, x.columnCount), Matrix.zeros(classCount, x.columnCount))
    var warnings: [FitWarning] = []
    for (k, rows) in classes.enumerated() {
      let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
        try ColumnMoments(of: rows.x, weights: rows.weights)
      }
      for (j, variance) in moments.variances(.maximumLikelihood).enumerated() {
        means[k, j] = moments.mean[j]
        variances[k, j] = try smoothed(variance, by: smoothing, column: j, classIndex: k)
      }
      if !moments.constantColumns.isEmpty {
        warnings.append(constantWarning(moments.constantColumns, classIndex: k, smoothing: smoothing))
      }
    }
    return Core(
      means: means, variances: variances, logPriors: priors.map { .log($0) }, smoothing: smoothing,
      report: FitReport(method: "class means and variances", warnings: warnings))
  }

  /// What is added to every variance.
  private func smoothing(of x: Matrix, weights: [Double]?) throws(LearningError) -> Double {
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try ColumnMoments(of: x, weights: weights)
    }
    guard moments.constantColumns.count < x.columnCount else { throw .noVariation }
    let smoothing = varianceSmoothing * (moments.variances(.maximumLikelihood).max() ?? 0)
    guard smoothing.isFinite else { throw .linearAlgebra(.overflow(operation: "smoothing of the variances")) }
    return smoothing
  }

  private func smoothed(
    _ variance: Double, by smoothing: Double, column: Int, classIndex: Int
  ) throws(LearningError) -> Double {
    let sum = variance + smoothing
    guard sum > 0 else {
      throw .invalidOption(
        name: "varianceSmoothing", value: "\(varianceSmoothing)",
        allowed: "large enough where a column has no variance within a class, as column \(column) in class "
          + "\(classIndex), counted from 0 in ascending order; leave it at 1e-9, or drop the column")
    }
    guard sum.isFinite else { throw .linearAlgebra(.overflow(operation: "smoothing of the variances")) }
    return sum
  }

  private func constantWarning(_ columns: [Int], classIndex: Int, smoothing: Double) -> FitWarning {
    let place = "one value only in class \(classIndex), counted from 0 in ascending order"
    return FitWarning(
      .constantColumns, columns: columns,
      message: "\(columns.asColumns("holds", "hold")) \(place). The variance there is the smoothing alone, "
        + "\(smoothing.formatted(digits: 3)).")
  }
}
