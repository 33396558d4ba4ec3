public import Learning

/// Splits of whole groups that are drawn at random, each independently of the others: ``ShuffleSplit`` for rows that
/// belong together, such as those of one patient.
public struct GroupedShuffleSplit: Splitter, Hashable, Codable, Sendable {
  /// The number of splits, from 1 on.
  public var splitCount: Int
  /// The share of the groups, not of the rows, to test on, between 0 and 1; rounded to the nearest number of groups,
  /// one at least.
  public var testShare: Double
  /// The share of the groups to learn from; nil for all others.
  public var trainingShare: Double?

  /// - Parameters:
  ///   - splitCount: 10 by default; scikit-learn's GroupShuffleSplit has 5.
  ///   - testShare: a quarter by default, as ``ShuffleSplit`` has it; scikit-learn's default is a fifth here.
  ///   - trainingShare: nil by default.
  public init(splitCount: Int = 10, testShare: Double = 0.25, trainingShare: Double? = nil) {
    self.splitCount = splitCount
    self.testShare = testShare
    self.trainingShare = trainingShare
  }

  /// `splitCount` splits.
  ///
  /// - Throws: `.invalidOption`, `.missingGroups`, `.tooFewGroups` for one group only, `.invalidSplit` where a training
  ///   part lacks a class.
  /// - Complexity: O(n log n) for each split.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(1, splitCount, "splitCount")
    let groups = try rows.requiredGroups(for: "a split by groups")
    let shares = SplitShares(test: testShare, training: trainingShare)
    var splits: [TrainTestSplit] = []
    for _ in 0..<splitCount { splits.append(try shares.split(rowsOfGroup: groups, using: &generator).ascending) }
    try rows.check(splits, remedy: "use a smaller testShare, or StratifiedGroupedKFold, which spreads the classes")
    return splits
  }
}
