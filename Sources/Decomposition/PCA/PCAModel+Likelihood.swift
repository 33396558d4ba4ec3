import Learning
import LinearAlgebra
internal import RealModule

/// Probabilistic PCA: samples as draws from a normal distribution whose covariance has the components' variances along
/// them and one noise variance in all other directions.
///
/// Source: Tipping and Bishop, Probabilistic principal component analysis, JRSS B 61(3), 1999,
/// doi:10.1111/1467-9868.00196.
extension PCA.Model {
  /// σ², the mean of the d - k variances left out: the noise variance of probabilistic PCA. 0 where none is left out.
  ///
  /// It is the maximum likelihood estimate where the denominator was that of maximum likelihood, and n / (n - 1) times
  /// it by default. scikit-learn has the same where n >= d; with fewer rows it averages over those variances only that
  /// the rows could show.
  public var noiseVariance: Double {
    let left = featureCount - componentCount
    return left == 0 ? 0 : max(0, explained.total - explainedVariance.reduce(0, +)) / Double(left)
  }

  /// The log-density of each sample under the fitted distribution, in the columns' own units: n of them.
  ///
  /// - Throws: `.noDensity` where directions of no variance were left out, `.featureCountMismatch`, `.notFinite`.
  /// - Complexity: O(n d k).
  public func logLikelihoods(of x: Matrix) throws(LearningError) -> [Double] {
    let (d, k) = (featureCount, componentCount)
    let noise = noiseVariance
    let variancesLeft = eigenvalues.dropFirst(k).reduce(0, +)
    let hasNoise = k < d
    guard !hasNoise || (noise > 0 && (eigenvalues.count < d || variancesLeft > 0)) else {
      throw .noDensity(dimensions: rank, of: d)
    }
    try requireFitting(x)
    let projections = x.centeredMultiplied(byTransposeOf: components, center: center, scale: scale)
    let logDeterminant = explainedVariance.reduce(0) { $0 + .log($1) }
      + (hasNoise ? Double(d - k) * .log(noise) : 0)
      // Densities shrink with the units they are in: dividing by the scales is a change of variables.
      + 2 * scale.reduce(0) { $0 + .log($1) }
    let constant = Double(d) * .log(2 * Double.pi) + logDeterminant
    return zip(x.rows, projections.rows).map { sample, projection in
      var along = 0.0
      var lengthAlong = 0.0
      for (i, y) in projection.enumerated() {
        along += y * y / explainedVariance[i]
        lengthAlong += y * y
      }
      guard hasNoise else { return -(constant + along) / 2 }
      let length = sample.indices.reduce(0) { sum, j in
        let z = (sample[j] - center[j]) / scale[j]
        return sum + z * z
      }
      return -(constant + along + max(0, length - lengthAlong) / noise) / 2
    }
  }

  /// The mean of ``logLikelihoods(of:)``: how well the model expects these samples, for comparing numbers of components
  /// on rows that were not trained on.
  ///
  /// - Throws: `.empty`, else as ``logLikelihoods(of:)``.
  public func meanLogLikelihood(of x: Matrix) throws(LearningError) -> Double {
    try requireSamples(x)
    return try logLikelihoods(of: x).reduce(0, +) / Double(x.rowCount)
  }
}
