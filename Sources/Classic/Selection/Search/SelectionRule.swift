/// Which candidate of a search is taken.
public enum SelectionRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// The one with the best mean score, the first of several.
  case best
  /// The first one, in the order of the candidates, whose mean score is no more than a standard error of the best one's
  /// from it: the simplest that cannot be told from the best, where candidates go from simple to complex.
  ///
  /// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, section 3.4.3; Hastie,
  /// Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 7.10.
  case oneStandardError = "one standard error"
}
