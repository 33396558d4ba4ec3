extension Figure {
  /// Where the labels of the layers stand.
  public enum Legend: Sendable, Hashable {
    case below
    /// To the right of the axes, one label a line.
    case right
    case topLeft
    case topRight
    case bottomLeft
    case bottomRight
    case hidden
  }
}
