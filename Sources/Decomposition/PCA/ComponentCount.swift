extension PCA {
  /// A rule for the number of components.
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
  }
}
