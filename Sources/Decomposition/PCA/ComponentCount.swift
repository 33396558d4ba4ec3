extension PCA {
  /// A rule for the number of components.
  ///
  /// ``Model/componentSelection(_:using:)`` shows the answers of all rules side by side.
  public enum ComponentCount: Hashable, Sendable, Codable {
    /// Exactly k, from 1 to the rank of the data.
    case count(Int)
    /// As few as hold this share of the variance, in (0, 1]: the smallest k whose cumulative ratio is at least
    /// `target - 1e-12`. A target of 1 keeps every component of non-zero variance.
    case variance(Double)
    /// Those of eigenvalue above 1, which is what one standardised column contributes (Kaiser, Educational and
    /// Psychological Measurement 20, 1960, doi:10.1177/001316446002000116); at least one. On the correlation matrix
    /// only: the eigenvalues of a covariance matrix have the columns' units, and 1 means nothing there.
    case kaiser
    /// Every component of non-zero variance.
    case all
    /// Those before the bend of the scree plot (Cattell, Multivariate Behavioral Research 1(2), 1966,
    /// doi:10.1207/s15327906mbr0102_10), which is put where the plot is farthest below the straight line between its
    /// ends. Three columns at least.
    case elbow
    /// The first ones whose share of the variance exceeds that of the k-th longest piece of a stick broken at random
    /// into as many pieces as there are columns (Jackson, Ecology 74(8), 1993, doi:10.2307/1939574).
    case brokenStick
    /// The first ones whose eigenvalue exceeds what uncorrelated normal columns would show by chance; see
    /// ``ParallelAnalysis``. On the correlation matrix only.
    case parallelAnalysis(ParallelAnalysis = ParallelAnalysis())
    /// The number with the largest evidence under probabilistic PCA (Minka, Automatic choice of dimensionality for PCA,
    /// NIPS 2000), by Laplace's approximation. On the covariance matrix only, with more rows than columns: the model
    /// says that noise has the same variance in every column, which standardising destroys.
    case minka
    /// As few as leave a mean squared distance of at most this much between the training rows and their
    /// reconstructions, in the units of the analysed matrix.
    case reconstructionError(Double)
  }
}

extension PCA.ComponentCount: CustomStringConvertible {
  public var description: String {
    switch self {
    case .count(let count): ".count(\(count))"
    case .variance(let target): ".variance(\(target))"
    case .kaiser: ".kaiser"
    case .all: ".all"
    case .elbow: ".elbow"
    case .brokenStick: ".brokenStick"
    case .parallelAnalysis: ".parallelAnalysis"
    case .minka: ".minka"
    case .reconstructionError(let target): ".reconstructionError(\(target))"
    }
  }
}
