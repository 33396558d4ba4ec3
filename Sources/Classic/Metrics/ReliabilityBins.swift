/// How rows are gathered by their probabilities to see how many of them come true.
public enum ReliabilityBins: Hashable, Sendable {
  /// K intervals of the same width, (i/K, (i + 1)/K]; 0 belongs to the first.
  case equalWidth(Int)
  /// K intervals of about the same weight of rows: a row of which a share s of the weight is below, half of that of its
  /// own probability counted as below, is in interval ⌊s K⌋. Rows of the same probability stay together.
  case equalMass(Int)
  /// One for each different probability.
  case distinctValues
}
