extension Figure {
  /// How an axis turns values into places.
  public enum Scale: Sendable, Hashable {
    case linear
    /// By powers of ten; values that are not positive have no place on it.
    case logarithmic
  }
}
