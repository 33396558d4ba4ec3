public import Learning
public import LinearAlgebra
import Optimization

extension LogisticRegression {
  /// The fitted coefficients, and what the likelihood says of them.
  public struct Core: ClassifierCore, Equatable {
    /// In the features' own units: 1 x d for two classes, for the log-odds of the class that is last in order; K x d
    /// for more.
    public let coefficients: Matrix
    /// One for each row of the coefficients; zeros where none was fitted.
    public let intercepts: [Double]
    public let classCount: Int
    public let penalty: CoefficientPenalty
    public let hasIntercept: Bool
    /// The number of samples, or the sum of their weights.
    public let sampleSize: Double
    /// Of the samples, at the fitted coefficients.
    public let logLikelihood: Double
    /// Of the samples, with each class's share as its probability in every row.
    public let nullLogLikelihood: Double
    /// Of intercept and coefficients, in this order, by the inverse of the information; nil with a penalty, for more
    /// than two classes, and where the maximum does not exist or the information is singular.
    public let covariance: Matrix?
    public let report: FitReport

    init(_ objective: LogisticObjective, classCount: Int, penalty: CoefficientPenalty, minimum: Minimum) {
      let coefficients = objective.coefficients(at: minimum.point)
      self.coefficients = coefficients.transposed()
      intercepts = objective.intercepts(at: minimum.point, coefficients)
      self.classCount = classCount
      self.penalty = penalty
      hasIntercept = objective.hasIntercept
      sampleSize = objective.scaling.weight
      let penaltyValue = coefficients.elements.reduce(0) { $0 + penalty.l2 / 2 * $1 * $1 + penalty.l1 * abs($1) }
      logLikelihood = -(minimum.value - penaltyValue)
      nullLogLikelihood = objective.nullLogLikelihood(classCount: classCount)
      report = objective.report(of: minimum, penalty: penalty)
      let isPlain = penalty.l1 == 0 && penalty.l2 == 0 && classCount == 2
      covariance = isPlain && report.hasConverged ? objective.covariance(at: minimum.point) : nil
    }

    public var featureCount: Int { coefficients.columnCount }

    /// -2 log-likelihood.
    public var deviance: Double { -2 * logLikelihood }
    /// -2 log-likelihood without features.
    public var nullDeviance: Double { -2 * nullLogLikelihood }
    /// McFadden's R², 1 less the ratio of the deviances.
    public var mcFaddenR2: Double { 1 - logLikelihood / nullLogLikelihood }

    /// The linear predictors, n x 1 for two classes (log-odds of the last one), n x K for more.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`.
    public func decisionValues(for x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      var scores = x.multiplied(byTransposeOf: coefficients)
      let m = intercepts.count
      scores.withUnsafeMutableBufferPointer { scores in
        for i in scores.indices { scores[i] += intercepts[i % m] }
      }
      return scores
    }

    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      let scores = try decisionValues(for: x)
      guard intercepts.count == 1 else { return scores.softmaxOfRows() }
      // Each from its own sigmoid: one less a small probability is not that probability.
      let positive = VectorMath.sigmoid(scores.elements)
      let negative = VectorMath.sigmoid(scores.elements.map { -$0 })
      return Matrix(rowCount: x.rowCount, columnCount: 2) { elements in
        for i in positive.indices {
          elements[2 * i] = negative[i]
          elements[2 * i + 1] = positive[i]
        }
      }
    }
  }
}
