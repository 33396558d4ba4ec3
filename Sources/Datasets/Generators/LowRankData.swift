public import LinearAlgebra

/// Samples of a normal distribution whose spectrum is known, from
/// ``Datasets/lowRankPlusNoise(rowCount:columnCount:signalVariances:noise:using:)``.
public struct LowRankData: Sendable, Equatable {
  /// n x d, one row a sample.
  public let features: Matrix
  /// k x d: the directions of the signal, orthonormal rows, one for each variance.
  public let components: Matrix
  /// The d eigenvalues of the covariance that the samples were drawn from, the largest first.
  public let populationVariances: [Double]
}
