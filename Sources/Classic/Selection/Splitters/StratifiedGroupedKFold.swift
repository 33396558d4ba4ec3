public import Learning
import LinearAlgebra

/// Folds of whole groups, in which each class has its share as nearly as whole groups allow.
///
///     let rows = try SplitRows(labels: y, groups: patients)
///     let splits = try StratifiedGroupedKFold(foldCount: 5).splits(of: rows, using: &generator)
///
/// Every row is in the test part of exactly one split. The groups whose classes are least even (by the standard
/// deviation of their rows of each class) come first; each goes to the fold where the standard deviation over the folds
/// of the classes' shares, on average over the classes, becomes the smallest, and of folds that are about as good to
/// the one with the fewest rows. scikit-learn's StratifiedGroupKFold does the same.
///
/// Without classes it is ``GroupedKFold``.
public struct StratifiedGroupedKFold: Splitter, Hashable, Codable, Sendable {
  /// The number of folds, from 2 to the number of groups.
  public var foldCount: Int
  /// Whether chance decides which of several groups, as even as each other, comes first. Without it the order of the
  /// groups' first rows does, and the generator is not asked.
  public var shuffles: Bool

  /// - Parameters:
  ///   - foldCount: 5 by default, as in scikit-learn.
  ///   - shuffles: true by default; scikit-learn's default is false.
  public init(foldCount: Int = 5, shuffles: Bool = true) {
    self.foldCount = foldCount
    self.shuffles = shuffles
  }

  /// One split a fold.
  ///
  /// - Throws: `.invalidOption` for fewer than two folds, `.missingGroups`, `.tooFewGroups` for fewer groups than
  ///   folds, `.invalidSplit` where a training part lacks a class.
  /// - Complexity: O(n k + g log g + g k c) for g groups, k folds and c classes.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    guard let classOfRow = rows.classOfRow else {
      return try GroupedKFold(foldCount: foldCount, shuffles: shuffles).splits(of: rows, using: &generator)
    }
    try requireAtLeast(2, foldCount, "foldCount")
    let groups = try rows.requiredGroups(for: "cross-validation with \(foldCount) folds of groups", atLeast: foldCount)
    let classCounts = groups.map { group in
      var counts = [Double](repeating: 0, count: rows.classNames.count)
      for row in group { counts[classOfRow[row]] += 1 }
      return counts
    }
    var shares = FoldClassShares(foldCount: foldCount, classCounts: classCounts)
    var foldOfRow = [Int](repeating: 0, count: rows.count)
    for group in fromLeastEven(classCounts, using: &generator) {
      let fold = shares.add(classCounts[group])
      for row in groups[group] { foldOfRow[row] = fold }
    }
    let splits = TrainTestSplit.folds(foldOfRow, count: foldCount)
    try rows.check(
      splits, remedy: "every class needs rows in two groups, and more folds tell these apart more easily")
    return splits
  }

  /// The groups' numbers; groups that are as even as each other stay in the order that they were in.
  private func fromLeastEven(_ classCounts: [[Double]], using generator: inout some RandomNumberGenerator) -> [Int] {
    let order = shuffles ? generator.permutation(of: classCounts.count) : Array(classCounts.indices)
    let spreads = classCounts.map { counts in
      let sum = counts.reduce(0, +)
      return Double(counts.count) * counts.reduce(0) { $0 + $1 * $1 } - sum * sum
    }
    return order.enumerated()
      .sorted { (-spreads[$0.element], $0.offset) < (-spreads[$1.element], $1.offset) }
      .map(\.element)
  }
}
