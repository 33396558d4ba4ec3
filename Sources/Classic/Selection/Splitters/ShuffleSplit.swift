public import Learning

/// Splits that are drawn at random, each independently of the others: as many as one likes, of any size, at the price
/// that some rows are tested more often than others.
///
///     let splits = try ShuffleSplit(splitCount: 20).splits(of: SplitRows(labels: y), using: &generator)
///
/// Where the rows have classes, each class has its share of both parts, to within one row, as
/// ``trainTestSplit(stratifiedBy:testShare:using:)`` gives it (scikit-learn calls that StratifiedShuffleSplit). Groups
/// are not looked at; ``GroupedShuffleSplit`` keeps them together.
public struct ShuffleSplit: Splitter, Hashable, Codable, Sendable {
  /// The number of splits, from 1 on.
  public var splitCount: Int
  /// The share of the rows to test on, between 0 and 1; rounded to the nearest number of rows, one at least.
  public var testShare: Double
  /// The share of the rows to learn from, where it is not all the others: smaller ones make models cheaper. Rounded
  /// like ``testShare``.
  public var trainingShare: Double?

  /// - Parameters:
  ///   - splitCount: 10 by default, as in scikit-learn.
  ///   - testShare: a quarter by default, as ``trainTestSplit(count:testShare:using:)`` has it; scikit-learn's default
  ///     is a tenth here.
  ///   - trainingShare: nil by default, for all other rows.
  public init(splitCount: Int = 10, testShare: Double = 0.25, trainingShare: Double? = nil) {
    self.splitCount = splitCount
    self.testShare = testShare
    self.trainingShare = trainingShare
  }

  /// `splitCount` splits.
  ///
  /// - Throws: `.invalidOption`, `.tooFewSamples` for fewer than two rows, of a class that it names where there are
  ///   classes.
  /// - Complexity: O(n log n) for each split.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(1, splitCount, "splitCount")
    let shares = SplitShares(test: testShare, training: trainingShare)
    var splits: [TrainTestSplit] = []
    for _ in 0..<splitCount {
      let split =
        if let classOfRow = rows.classOfRow {
          try shares.split(classOfRow: classOfRow, classNames: rows.classNames, using: &generator)
        } else {
          try shares.split(count: rows.count, using: &generator)
        }
      splits.append(split.ascending)
    }
    return splits
  }
}
