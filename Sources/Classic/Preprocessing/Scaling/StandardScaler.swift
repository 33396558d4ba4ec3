import Learning
import LinearAlgebra

/// Gives every column mean zero and standard deviation one.
///
///     let model = try StandardScaler().fit(training)
///     model.center                            // the means
///     model.scale                             // the standard deviations
///     try model.transform(test)
///     try model.inverseTransform(model.transform(test))   // test
///
/// z = (x - m) / s with the mean m and the standard deviation s of the training rows, s² = Σ w (x - m)² / Σ w: divided
/// by the number of rows and not by one less, as in scikit-learn, so that the transformed column has variance 1 by the
/// same count. Linear models with a penalty, distances and principal components depend on the columns' units; this
/// takes them away. Outliers move both m and s; ``RobustScaler`` heeds them less.
///
/// A constant column has no spread to divide by: its scale is 1, exactly, and it becomes zeros where it is centred. So
/// does one that is constant up to rounding, with a standard deviation of at most 8 ε |m|. Both are told in the
/// report. (scikit-learn's bound is n ε |m|, about moments that lose digits; these do not, so that a small spread about
/// a large mean is kept.)
///
/// - Complexity: fit and transform O(n d), one pass.
public struct StandardScaler: DeterministicTransformerEstimator, Hashable, Codable {
  public typealias Model = ColumnScaler

  /// Whether the means are subtracted; true by default. Without it zeros stay zeros.
  public var centers: Bool
  /// Whether columns are divided by their standard deviations; true by default.
  public var scales: Bool

  public init(centers: Bool = true, scales: Bool = true) {
    self.centers = centers
    self.scales = scales
  }

  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights. Large or small values are no error: columns
  ///   whose squares overflow or vanish are measured in another unit first.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> ColumnScaler {
    let rows = try CheckedRows(x, weights: weights)
    let spread = try ColumnSpread(of: rows.x, weights: rows.weights)
    return ColumnScaler(
      center: centers ? spread.mean : nil, spread: scales ? spread.standardDeviation : nil,
      magnitude: spread.mean.map(abs), method: "column means and standard deviations")
  }
}
