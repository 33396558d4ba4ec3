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
    /// The number of samples, or the sum of their weights, those of the classes included.
    public let sampleSize: Double
    /// Of the samples, at the fitted coefficients.
    public let logLikelihood: Double
    /// Of the samples, with each class's share as its probability in every row.
    public let nullLogLikelihood: Double
    /// What was fitted; `.softmax` for two classes, too.
    public let multiclass: Multiclass
    /// The factors of the classes' weights; nil for uniform ones, and for balanced ones of one-vs-rest, where each
    /// regression has its own.
    public let classWeights: [Double]?
    /// Whether Firth's penalised likelihood was maximised.
    public let reducesBias: Bool
    /// Of intercept and coefficients, in this order, by the inverse of the information. For the softmax of K classes of
    /// intercept and coefficients of the second class less those of the first, then of the third, and so on. Nil with a
    /// penalty, with class weights, for one-vs-rest, and where the maximum does not exist or the information is
    /// singular.
    public let covariance: Matrix?
    public let report: FitReport

    /// - Parameter nullLogLikelihood: where it is known; nil to compute it.
    init(
      _ objective: LogisticObjective, classCount: Int, penalty: CoefficientPenalty, minimum: Minimum,
      classWeights: [Double]? = nil, reducesBias: Bool = false, nullLogLikelihood: Double? = nil
    ) {
      let point = objective.identified(minimum.point, centersCoefficients: penalty.l1 == 0)
      let coefficients = objective.coefficients(at: point)
      self.coefficients = coefficients.transposed()
      intercepts = objective.intercepts(at: point, coefficients)
      self.classCount = classCount
      self.penalty = penalty
      hasIntercept = objective.hasIntercept
      sampleSize = objective.scaling.weight
      let penaltyValue = coefficients.elements.reduce(0) { $0 + penalty.l2 / 2 * $1 * $1 + penalty.l1 * abs($1) }
      logLikelihood = -(minimum.value - penaltyValue)
      self.nullLogLikelihood = nullLogLikelihood ?? LogisticSample(
        x: objective.x, classIndices: objective.classIndices, classCount: classCount, weights: objective.weights
      ).nullLogLikelihood
      multiclass = .softmax
      self.classWeights = classWeights
      self.reducesBias = reducesBias
      let isPlain = penalty.l1 == 0 && penalty.l2 == 0
      report = objective.report(of: minimum, hasMaximum: !isPlain || reducesBias)
      let hasErrors = isPlain && classWeights == nil && report.hasConverged
      covariance = hasErrors ? objective.covariance(at: point) : nil
    }

    /// One binary model for each class.
    init(
      oneVsRest cores: [Core], of sample: LogisticSample, penalty: CoefficientPenalty, classWeights: [Double]?,
      report: FitReport
    ) {
      coefficients = Matrix(rowCount: cores.count, columnCount: sample.x.columnCount) { elements in
        for (k, core) in cores.enumerated() {
          for (j, value) in core.coefficients.row(0).enumerated() { elements[k * sample.x.columnCount + j] = value }
        }
      }
      intercepts = cores.map { $0.intercepts[0] }
      classCount = cores.count
      self.penalty = penalty
      hasIntercept = cores[0].hasIntercept
      let weighted = sample.weighted(by: classWeights)
      sampleSize = weighted.weightOfClass.reduce(0, +)
      nullLogLikelihood = weighted.nullLogLikelihood
      multiclass = .oneVsRest
      self.classWeights = classWeights
      reducesBias = cores[0].reducesBias
      covariance = nil
      self.report = report
      let logOfShares = Self.scores(sample.x, coefficients, intercepts).logOfSigmoids()
      logLikelihood = weighted.logLikelihood(of: logOfShares)
    }

    public var featureCount: Int { coefficients.columnCount }

    /// -2 log-likelihood.
    public var deviance: Double { -2 * logLikelihood }
    /// -2 log-likelihood without features.
    public var nullDeviance: Double { -2 * nullLogLikelihood }
    /// McFadden's R², 1 less the ratio of the deviances.
    public var mcFaddenR2: Double { 1 - logLikelihood / nullLogLikelihood }

    /// The linear predictors, n x 1 for two classes (log-odds of the last one), n x K for more: for one-vs-rest the
    /// log-odds of each class against the others.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`.
    public func decisionValues(for x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      return Self.scores(x, coefficients, intercepts)
    }

    private static func scores(_ x: Matrix, _ coefficients: Matrix, _ intercepts: [Double]) -> Matrix {
      let m = intercepts.count
      guard m > 1 else {
        // A product of matrices would rearrange all rows of x for the sake of one column.
        let products = x.multiplied(by: Array(coefficients.row(0)))
        return Matrix(rowCount: x.rowCount, columnCount: 1) { scores in
          for i in scores.indices { scores[i] = products[i] + intercepts[0] }
        }
      }
      var scores = x.multiplied(byTransposeOf: coefficients)
      scores.withUnsafeMutableBufferPointer { scores in
        for i in scores.indices { scores[i] += intercepts[i % m] }
      }
      return scores
    }

    /// The log-odds of the class that is last in order, one for each row.
    ///
    /// - Throws: `.undefined` for more than two classes, `.featureCountMismatch`, `.notFinite`.
    public func logOdds(for x: Matrix) throws(LearningError) -> [Double] {
      guard classCount == 2 else {
        throw .undefined(
          "log-odds of \(classCount) classes", reason: "odds are of one class against one other; see decisionValues")
      }
      return try decisionValues(for: x).elements
    }

    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      let scores = try decisionValues(for: x)
      guard intercepts.count == 1 else {
        // Sigmoids divided by their sum, as the softmax of their logarithms: no sum underflows.
        return multiclass == .oneVsRest ? scores.logOfSigmoids().softmaxOfRows() : scores.softmaxOfRows()
      }
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
