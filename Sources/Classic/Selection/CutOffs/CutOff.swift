/// A probability from which on rows are taken for positive, and what comes of it.
public struct CutOff: Hashable, Sendable {
  /// Rows of this probability or a higher one are taken for positive; infinite where none is.
  public let threshold: Double
  /// The weight of the rows with each outcome; their number without weights.
  public let truePositives, falsePositives, trueNegatives, falseNegatives: Double
  /// The mean over the rows, by weight.
  public let costPerRow: Double
}
