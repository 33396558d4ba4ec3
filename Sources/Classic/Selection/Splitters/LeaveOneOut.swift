public import Learning

/// Tests each row by a model that learned from all others: nearly unbiased, since models have nearly all rows to learn
/// from, but n fits, and measures that need several rows (such as the ROC area) have no value on one.
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 7.10.
public struct LeaveOneOut: Splitter, Hashable, Codable, Sendable {
  public init() {}

  /// One split a row, in the order of the rows; the generator is not asked.
  ///
  /// - Throws: `.tooFewSamples` for fewer than two rows, `.invalidSplit` where a class has one row only, which no other
  ///   model knows of.
  /// - Complexity: O(n²), in memory, too: a gigabyte for 11 000 rows.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try rows.require(2, for: "leaving one out")
    let splits = TrainTestSplit.folds(Array(0..<rows.count), count: rows.count)
    try rows.check(splits, remedy: "a class needs two rows, one of them to learn from")
    return splits
  }
}
