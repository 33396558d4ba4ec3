import Learning
import LinearAlgebra

extension PCA {
  /// Fitted principal components.
  public struct Model: Transformer, Hashable {
    /// The means of the d columns, which are subtracted.
    public let center: [Double]
    /// What the centred columns are divided by: standard deviations on the correlation matrix (1 for a constant
    /// column), ones on the covariance matrix.
    public let scale: [Double]
    /// k x d: row i is the unit vector of component i. R calls its transpose `rotation`.
    public let components: Matrix
    /// The variances of the k components, and the total that they are shares of.
    public let explained: VarianceSpectrum
    /// All d eigenvalues of the analysed matrix, largest first; from the randomized solver only the k that it computed.
    public let eigenvalues: [Double]
    /// How many eigenvalues are not zero to the solver's accuracy.
    public let rank: Int
    /// The columns that hold one value only, which have no part in any component.
    public let constantColumns: [Int]
    /// n, or the sum of the weights.
    public let sampleWeight: Double
    /// What sums of squares were divided by: n - 1, or n for maximum likelihood, or the same with the sum of weights.
    public let divisor: Double
    /// Whether scores are divided by their standard deviations.
    public let isWhitening: Bool
    /// The matrix that was analysed.
    public let matrix: AnalysedMatrix
    public let report: FitReport

    init(
      center: [Double], scale: [Double], components: Matrix, explained: VarianceSpectrum, eigenvalues: [Double],
      rank: Int, constantColumns: [Int], sampleWeight: Double, divisor: Double, isWhitening: Bool,
      matrix: AnalysedMatrix, report: FitReport
    ) {
      self.center = center
      self.scale = scale
      self.components = components
      self.explained = explained
      self.eigenvalues = eigenvalues
      self.rank = rank
      self.constantColumns = constantColumns
      self.sampleWeight = sampleWeight
      self.divisor = divisor
      self.isWhitening = isWhitening
      self.matrix = matrix
      self.report = report
    }
  }
}

extension PCA.Model {
  public var featureCount: Int { center.count }
  public var outputCount: Int { componentCount }

  /// k.
  public var componentCount: Int { components.rowCount }

  /// The variance along each component, λ₁ >= … >= λₖ.
  public var explainedVariance: [Double] { explained.variances }

  /// Each component's share of the total variance.
  public var explainedVarianceRatio: [Double] { explained.ratios }

  /// The share of the first 1, 2, …, k components together.
  public var cumulativeExplainedVarianceRatio: [Double] { explained.cumulativeRatios }

  /// The singular values of the centred, scaled data: the square roots of λ times the divisor.
  public var singularValues: [Double] {
    explainedVariance.map { ($0 * divisor).squareRoot() }
  }

  /// The components in the data's own units, d x k: each unit vector times the standard deviation along it. On the
  /// correlation matrix the element in row j and column i is the correlation of column j with component i.
  public var loadings: Matrix {
    components.scalingRows(by: explainedVariance.map { $0.squareRoot() }).transposed()
  }

  /// What the projections on the unit vectors are divided by to give scores.
  private var scoreScale: [Double] {
    isWhitening ? explainedVariance.map { $0.squareRoot() } : [Double](repeating: 1, count: componentCount)
  }

  /// The scores of the samples, n x k: their centred, scaled coordinates along the components.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`, `.overflow` where a score is beyond the largest number.
  /// - Complexity: n d k multiply-adds, no copy of the samples.
  public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireFitting(x)
    let directions = isWhitening ? components.scalingRows(by: scoreScale.map { 1 / $0 }) : components
    let scores = x.centeredMultiplied(byTransposeOf: directions, center: center, scale: scale)
    return try requireNoOverflow(scores, in: "projection on the components")
  }

  /// The result of finite numbers, unless it is not finite.
  private func requireNoOverflow(_ result: Matrix, in operation: String) throws(LearningError) -> Matrix {
    guard (try? result.requireFinite()) != nil else { throw .linearAlgebra(.overflow(operation: operation)) }
    return result
  }

  /// The samples that have these scores, n x d, in the columns' own units: the nearest point to each sample in the
  /// plane of the components, where the scores are its own.
  ///
  /// - Parameter scores: n x k.
  /// - Throws: `.featureCountMismatch` unless there are k columns, `.notFinite`, `.overflow`.
  public func inverseTransform(_ scores: Matrix) throws(LearningError) -> Matrix {
    guard scores.columnCount == componentCount else {
      throw .featureCountMismatch(found: scores.columnCount, expected: componentCount)
    }
    try LearningError.wrapping { () throws(LinearAlgebraError) in try scores.requireFinite() }
    var result = scores.multiplied(by: components.scalingRows(by: scoreScale))
    let d = featureCount
    result.withUnsafeMutableBufferPointer { elements in
      for start in stride(from: 0, to: elements.count, by: d) {
        for j in 0..<d { elements[start + j] = elements[start + j] * scale[j] + center[j] }
      }
    }
    return try requireNoOverflow(result, in: "reconstruction")
  }

  /// The squared distance of each sample from its reconstruction, in the scaled coordinates in which the components
  /// were found: what the k components do not hold of it.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`, `.overflow`.
  public func reconstructionErrors(of x: Matrix) throws(LearningError) -> [Double] {
    let reconstructed = try inverseTransform(transform(x))
    let errors = zip(x.rows, reconstructed.rows).map { sample, reconstruction in
      sample.indices.reduce(0) { sum, j in
        let difference = (sample[j] - reconstruction[j]) / scale[j]
        return sum + difference * difference
      }
    }
    guard errors.allSatisfy(\.isFinite) else {
      throw .linearAlgebra(.overflow(operation: "squared distance from the reconstruction"))
    }
    return errors
  }

  /// The mean of ``reconstructionErrors(of:)``. Over the training rows, without weights, it is the sum of the
  /// eigenvalues left out, times ``divisor`` / n.
  ///
  /// - Throws: `.empty`, `.featureCountMismatch`, `.notFinite`, `.overflow`.
  public func reconstructionError(of x: Matrix) throws(LearningError) -> Double {
    try requireSamples(x)
    return try reconstructionErrors(of: x).reduce(0, +) / Double(x.rowCount)
  }
}
