public import Learning
import LinearAlgebra

/// Folds of whole groups: rows that belong together, such as those of one patient, are tested together, by a model that
/// knows none of them.
///
///     let rows = try SplitRows(labels: y, groups: patients)
///     let splits = try GroupedKFold(foldCount: 5).splits(of: rows, using: &generator)
///
/// Every row is in the test part of exactly one split. The groups go, from the largest to the smallest, each to the
/// fold that has the fewest rows (the first of several), so that folds are about equal in rows; they cannot be where
/// one group has more than its share. scikit-learn's GroupKFold does the same.
///
/// Classes are not looked at, except that every class must be in every training part; ``StratifiedGroupedKFold``
/// spreads them.
public struct GroupedKFold: Splitter, Hashable, Codable, Sendable {
  /// The number of folds, from 2 to the number of groups; as many folds as groups leave one group out at a time.
  public var foldCount: Int
  /// Whether chance decides which of several groups of the same number of rows comes first. Without it the order of the
  /// groups' first rows does, and the generator is not asked.
  public var shuffles: Bool

  /// - Parameters:
  ///   - foldCount: 5 by default, as in scikit-learn.
  ///   - shuffles: true by default. scikit-learn's default is false; with it, it gives up equal sizes.
  public init(foldCount: Int = 5, shuffles: Bool = true) {
    self.foldCount = foldCount
    self.shuffles = shuffles
  }

  /// One split a fold.
  ///
  /// - Throws: `.invalidOption` for fewer than two folds, `.missingGroups`, `.tooFewGroups` for fewer groups than
  ///   folds, `.invalidSplit` where a training part lacks a class.
  /// - Complexity: O(n k + g log g + g k) for g groups and k folds.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    try requireAtLeast(2, foldCount, "foldCount")
    let groups = try rows.requiredGroups(for: "cross-validation with \(foldCount) folds of groups", atLeast: foldCount)
    var rowCounts = [Int](repeating: 0, count: foldCount)
    var foldOfRow = [Int](repeating: 0, count: rows.count)
    for group in fromLargest(groups, using: &generator) {
      let fold = rowCounts.indices.min { rowCounts[$0] < rowCounts[$1] } ?? 0
      rowCounts[fold] += group.count
      for row in group { foldOfRow[row] = fold }
    }
    let splits = TrainTestSplit.folds(foldOfRow, count: foldCount)
    try rows.check(
      splits,
      remedy: "every class needs groups in two folds: StratifiedGroupedKFold spreads those that it has, and more folds "
        + "tell them apart")
    return splits
  }

  /// Groups of one size stay in the order that they were in.
  private func fromLargest(_ groups: [[Int]], using generator: inout some RandomNumberGenerator) -> [[Int]] {
    let order = shuffles ? generator.permutation(of: groups.count) : Array(groups.indices)
    return order.enumerated()
      .sorted { (-groups[$0.element].count, $0.offset) < (-groups[$1.element].count, $1.offset) }
      .map { groups[$0.element] }
  }
}
