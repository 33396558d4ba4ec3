import Learning
import LinearAlgebra
internal import RealModule

extension GaussianNaiveBayes {
  /// The fitted densities.
  public struct Core: ClassifierCore, Equatable {
    /// The means of the columns in each class, K x d.
    public let means: Matrix
    /// Their variances, K x d, divided by the number of rows, with ``smoothing`` added.
    public let variances: Matrix
    /// log πₖ.
    public let logPriors: [Double]
    /// What was added to every variance.
    public let smoothing: Double
    public let report: FitReport

    enum CodingKeys: String, CodingKey { case means, variances, logPriors, smoothing, report }

    init(means: Matrix, variances: Matrix, logPriors: [Double], smoothing: Double, report: FitReport) {
      self.means = means
      self.variances = variances
      self.logPriors = logPriors
      self.smoothing = smoothing
      self.report = report
    }

    public var classCount: Int { means.rowCount }
    public var featureCount: Int { means.columnCount }

    /// πₖ.
    public var priors: [Double] { logPriors.map { .exp($0) } }

    /// p(k | x) = p(x, k) / Σₗ p(x, l), from ``jointLogLikelihoods(of:)``: also where every density underflows.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)`.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try jointLogLikelihoods(of: x).softmaxOfRows()
    }

    /// log p(x, k) = log πₖ - ½ Σⱼ [log 2πσ²ₖⱼ + (xⱼ - μₖⱼ)² / σ²ₖⱼ] of each row and class, n x K. The log-sum-exp of a
    /// row is the log-density of the sample.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` where a sample is more than about
    ///   1e154 standard deviations from a mean.
    public func jointLogLikelihoods(of x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      let (constants, inverseDeviations) = (logNormalizers, variances.map { 1 / $0.squareRoot() })
      let (n, d, count) = (x.rowCount, featureCount, classCount)
      let result = Matrix(rowCount: n, columnCount: count) { result in
        x.withUnsafeBufferPointer { x in
          means.withUnsafeBufferPointer { means in
            inverseDeviations.withUnsafeBufferPointer { scales in
              forBlocks(of: n, length: max(1, (1 << 14) / (d * count))) { rows in
                for i in rows {
                  for k in 0..<count {
                    let square = Self.squaredDistance(x, i * d, means, scales, k * d, count: d)
                    result.initializeElement(at: i * count + k, to: constants[k] - 0.5 * square)
                  }
                }
              }
            }
          }
        }
      }
      guard result.maximumMagnitude.isFinite else {
        throw .linearAlgebra(.overflow(operation: "squared distance to a class's mean"))
      }
      return result
    }

    /// log πₖ - ½ Σⱼ log 2πσ²ₖⱼ: the joint log-likelihood at each class's means.
    private var logNormalizers: [Double] {
      let logTwoPi = Double.log(2 * .pi)
      return zip(logPriors, variances.rows).map { logPrior, variances in
        logPrior - 0.5 * variances.reduce(0) { $0 + logTwoPi + .log($1) }
      }
    }

    /// Σⱼ ((xⱼ - μⱼ) / σⱼ)², in four sums that the processor can add up side by side.
    private static func squaredDistance(
      _ x: UnsafeBufferPointer<Double>, _ xStart: Int, _ means: UnsafeBufferPointer<Double>,
      _ scales: UnsafeBufferPointer<Double>, _ start: Int, count: Int
    ) -> Double {
      func distance(_ j: Int) -> Double { (x[xStart + j] - means[start + j]) * scales[start + j] }
      var sums = SIMD4<Double>()
      var j = 0
      while j + 4 <= count {
        let distances = SIMD4(distance(j), distance(j + 1), distance(j + 2), distance(j + 3))
        sums += distances * distances
        j += 4
      }
      var sum = sums.sum()
      while j < count {
        sum += distance(j) * distance(j)
        j += 1
      }
      return sum
    }
  }
}
