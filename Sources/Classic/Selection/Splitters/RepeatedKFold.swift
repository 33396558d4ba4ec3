public import Learning

/// Folds dealt out several times, each time in another random order: the mean over all says more than that over one
/// deal, since the chance of who is tested with whom is averaged out.
///
///     let splits = try RepeatedKFold(repeatCount: 20).splits(of: SplitRows(labels: y), using: &generator)
///
/// As ``KFold``, it has each class in every fold in its share where the rows have classes, and does not look at groups.
/// The splits of one deal follow each other.
///
/// Source: Kim, Estimating classification error rate: repeated cross-validation, repeated hold-out and bootstrap,
/// Computational Statistics and Data Analysis 53(11), 2009, doi:10.1016/j.csda.2009.04.009.
public struct RepeatedKFold: Splitter, Hashable, Codable, Sendable {
  /// The number of folds of each deal; see ``KFold/foldCount``.
  public var foldCount: Int
  /// The number of deals, from 1 on.
  public var repeatCount: Int

  /// - Parameters:
  ///   - foldCount: 5 by default, as in scikit-learn.
  ///   - repeatCount: 10 by default, as in scikit-learn: the deal then adds about a third (1/√10) of the standard
  ///     deviation that it adds to a single cross-validation.
  public init(foldCount: Int = 5, repeatCount: Int = 10) {
    self.foldCount = foldCount
    self.repeatCount = repeatCount
  }

  /// `foldCount` times `repeatCount` splits.
  ///
  /// - Throws: as ``KFold``, `.invalidOption` for no repeat.
  /// - Complexity: O(n k r) for k folds and r repeats.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(1, repeatCount, "repeatCount")
    let folds = KFold(foldCount: foldCount)
    var splits: [TrainTestSplit] = []
    for _ in 0..<repeatCount { splits += try folds.splits(of: rows, using: &generator) }
    return splits
  }
}
