import Learning
import LinearAlgebra

extension LinearDiscriminantAnalysis {
  /// The fitted discriminants.
  public struct Core: ClassifierCore, Equatable {
    /// πₖ.
    public let priors: [Double]
    /// The means of the classes, K x d.
    public let means: Matrix
    /// m = Σₖ πₖ μₖ: the mean of all rows where the priors are empirical.
    public let center: [Double]
    /// Row k is Σ⁻¹ (μₖ - m), K x d. Scores are comparable, so any one vector may be taken from all rows; taking Σ⁻¹ m
    /// makes their mean over the priors zero.
    public let coefficients: Matrix
    /// The scores of a sample that lies at the centre.
    let scoresAtCenter: [Double]
    /// The directions in which the classes part most, for the least variance within them: q x d with q at most K - 1.
    /// The within-class variance along each is 1; the largest coefficient, in units of the columns' within-class
    /// standard deviations, is positive.
    public let discriminantAxes: Matrix
    /// Each axis's share of the variance between the classes, in units of that within them; largest first.
    public let explainedVarianceRatio: [Double]
    /// How far each class's covariance was drawn towards the target, from 0 to 1.
    public let shrinkage: [Double]
    /// The rank of the within-class covariance; d where it is regular.
    public let rank: Int
    public let report: FitReport

    enum CodingKeys: String, CodingKey {
      case priors, means, center, coefficients, scoresAtCenter, discriminantAxes, explainedVarianceRatio, shrinkage
      case rank, report
    }

    public var classCount: Int { coefficients.rowCount }
    public var featureCount: Int { coefficients.columnCount }
    /// The number of discriminant axes, at most K - 1.
    public var axisCount: Int { discriminantAxes.rowCount }

    /// One for each class: the scores of x = 0.
    public var intercepts: [Double] {
      zip(scoresAtCenter, coefficients.multiplied(by: center)).map { $0 - $1 }
    }

    /// The linear scores x · coefficients + intercept of each row and class, n x K: log p(k | x) but for what all
    /// classes of a row have in common.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)`.
    public func decisionValues(for x: Matrix) throws(LearningError) -> Matrix {
      var result = try project(x, on: coefficients, operation: "decision value")
      let (n, count) = (x.rowCount, classCount)
      result.withUnsafeMutableBufferPointer { elements in
        for (k, score) in scoresAtCenter.enumerated() {
          for i in 0..<n { elements[i * count + k] += score }
        }
      }
      return result
    }

    /// p(k | x), the softmax of ``decisionValues(for:)``.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)`.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try decisionValues(for: x).softmaxOfRows()
    }

    /// The coordinates of each row, less the centre, along the discriminant axes: n x q. Distances there are those in
    /// units of the spread within the classes.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)`.
    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try project(x, on: discriminantAxes, operation: "projection on the discriminant axes")
    }

    private func project(_ x: Matrix, on rows: Matrix, operation: String) throws(LearningError) -> Matrix {
      try requireFitting(x)
      let ones = [Double](repeating: 1, count: featureCount)
      let result = x.centeredMultiplied(byTransposeOf: rows, center: center, scale: ones)
      guard result.maximumMagnitude.isFinite else { throw .linearAlgebra(.overflow(operation: operation)) }
      return result
    }

    /// Whether all that was computed is finite.
    var isFinite: Bool {
      (center + scoresAtCenter + intercepts).allSatisfy(\.isFinite)
        && [means, coefficients, discriminantAxes].allSatisfy { $0.maximumMagnitude.isFinite }
    }
  }
}
