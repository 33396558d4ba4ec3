public import Learning
public import LinearAlgebra
internal import RealModule

extension MultivariateNormal {
  /// The multivariate normal distribution under which the rows of x are most likely.
  ///
  ///     let fit = try MultivariateNormal.fit(eruptions)
  ///     fit.covariance(.maximumLikelihood)
  ///     try fit.distribution.conditional(on: [0: 3.5])
  ///
  /// - Parameters:
  ///   - x: n x d samples.
  ///   - weights: one for each row, zero or positive, as if a row of weight 3 stood there three times; nil for ones.
  /// - Throws: ``LearningError/empty(rowCount:columnCount:)``,
  ///   ``LearningError/notFinite(row:column:value:)``, and what is wrong with the weights. A singular covariance, as of
  ///   no more than d rows or of dependent columns, is no error: the fit says so.
  /// - Complexity: n d²/2 multiply-adds in one pass, and d³.
  public static func fit(_ x: Matrix, weights: [Double]? = nil) throws(LearningError) -> Fit {
    _ = try WeightedRows(weights, rowCount: x.rowCount)
    return try Fit(LearningError.wrapping { () throws(LinearAlgebraError) in try Moments(of: x, weights: weights) })
  }

  /// A multivariate normal distribution fitted by maximum likelihood: the sample's mean and covariance.
  ///
  ///     l(m, S) = -n/2 (d log 2π + log |S| + d) at the maximum
  ///
  /// It is not a ``MaximumLikelihood``, because its d (d + 1) / 2 covariances have no domain each but one together: the
  /// matrix is positive definite. Mean and covariance are orthogonal, so that the errors of either have closed forms
  /// that do without the information's matrix of order d + d (d + 1) / 2.
  public struct Fit: Sendable, Hashable {
    /// The weight, mean and sums of products of the sample, which are sufficient.
    public let moments: Moments
    /// The number of dimensions in which the sample varies: d unless the covariance is singular to rounding.
    public let rank: Int
    /// The largest value of the log-likelihood; infinite where the covariance is singular.
    public let logLikelihood: Double
    public let report: FitReport

    init(_ moments: Moments) throws(LearningError) {
      self.moments = moments
      rank = try Self.rank(of: moments)
      let dimension = moments.mean.count
      if rank == dimension {
        let factor = try LearningError.wrapping { () throws(LinearAlgebraError) in
          try Cholesky(of: moments.covariance(.maximumLikelihood))
        }
        let spread = Double(dimension) * (2 * Normal.logRootTwoPi + 1) + factor.logDeterminant
        logLikelihood = -moments.weight / 2 * spread
        report = FitReport(method: "sample mean and covariance")
      } else {
        logLikelihood = .infinity
        let reason = "the sample varies in \(rank) of \(dimension) dimensions only; the likelihood grows without bound "
          + "as the covariance becomes singular."
        report = FitReport(
          method: "boundary of the domain",
          warnings: [FitWarning(.boundaryEstimate, columns: moments.constantColumns, message: reason)])
      }
    }

    /// The eigenvalues of the correlation matrix above rounding: free of the columns' units.
    private static func rank(of moments: Moments) throws(LearningError) -> Int {
      let values = try LearningError.wrapping { () throws(LinearAlgebraError) in
        try moments.correlation().symmetricEigenvalues()
      }
      let threshold = 32 * Double(values.count) * Double.ulpOfOne * (values.max() ?? 0)
      return values.count { $0 > threshold }
    }
  }
}

extension MultivariateNormal.Fit {
  /// d, the number of variables.
  public var dimension: Int { moments.mean.count }

  /// The number of rows, or the sum of their weights.
  public var sampleSize: Double { moments.weight }

  /// Whether the maximum is inside the domain: only then do the distribution and the standard errors exist.
  public var isInterior: Bool { rank == dimension }

  /// The sample's mean.
  public var mean: [Double] { moments.mean }

  /// The covariance in the form that is named: the maximum likelihood estimate divides by n, the unbiased one by n - 1;
  /// NaN where n is no more than 1.
  public func covariance(_ denominator: Moments.Denominator) -> Matrix { moments.covariance(denominator) }

  /// The distribution with the estimated mean and, dividing by n, covariance.
  ///
  /// - Throws: ``LearningError/noDensity(dimensions:of:)`` where the covariance is singular.
  public var distribution: MultivariateNormal {
    get throws(LearningError) {
      guard isInterior else { throw .noDensity(dimensions: rank, of: dimension) }
      return try MultivariateNormal(mean: mean, covariance: covariance(.maximumLikelihood))
    }
  }

  /// The parameters: d means and d (d + 1) / 2 covariances.
  public var parameterCount: Int { dimension + dimension * (dimension + 1) / 2 }

  /// Akaike's criterion, 2k - 2l: smaller is better.
  public var aic: Double { 2 * Double(parameterCount) - 2 * logLikelihood }

  /// Schwarz's criterion, k log n - 2l: smaller is better.
  public var bic: Double { Double(parameterCount) * .log(sampleSize) - 2 * logLikelihood }

  /// The covariance matrix of the estimated mean, S/n; nil where S is singular.
  public var meanCovariance: Matrix? {
    isInterior ? covariance(.maximumLikelihood) / sampleSize : nil
  }

  /// The standard errors of the estimated covariances, √((sᵢᵢ sⱼⱼ + sᵢⱼ²) / n), d x d; nil where S is singular.
  public var covarianceStandardErrors: Matrix? {
    guard isInterior else { return nil }
    let s = covariance(.maximumLikelihood)
    var errors = s
    for i in 0..<dimension {
      for j in 0..<dimension {
        errors[i, j] = ((s[i, i] * s[j, j] + s[i, j] * s[i, j]) / sampleSize).squareRoot()
      }
    }
    return errors
  }

  /// The table of the means with Wald's intervals.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1.
  public func inference(level: Double = 0.95) throws(LearningError) -> Inference {
    let variances = meanCovariance?.diagonal
    return try Inference(
      names: mean.indices.map { "mean of variable \($0)" }, estimates: mean,
      standardErrors: mean.indices.map { index in variances.map { $0[index].squareRoot() } },
      nullValues: mean.map { _ in nil }, level: level)
  }
}

extension MultivariateNormal.Fit: Codable {
  /// Decodes the moments, which all else follows from.
  public init(from decoder: any Decoder) throws {
    try self.init(Moments(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try moments.encode(to: encoder)
  }
}

extension MultivariateNormal.Fit: CustomStringConvertible {
  /// The family, the table of the means, the log-likelihood, and what the fit reports.
  public var description: String {
    let table = (try? inference())?.description ?? ""
    return """
      multivariate normal by maximum likelihood, n = \(sampleSize.formatted(digits: 10)), d = \(dimension)
      \(table)
      log-likelihood \(logLikelihood.formatted(digits: 8)), AIC \(aic.formatted(digits: 8)), \
      BIC \(bic.formatted(digits: 8))
      \(report)
      """
  }
}
