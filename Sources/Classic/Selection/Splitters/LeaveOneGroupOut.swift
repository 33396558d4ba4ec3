public import Learning

/// Tests each group, such as a patient, a hospital or a year, by a model that learned from all others: how well does it
/// go where nobody was seen before?
///
///     let splits = try LeaveOneGroupOut().splits(of: SplitRows(labels: y, groups: hospitals))
///
/// Rows whose folds are given, by the number of each row's fold, are groups, too.
public struct LeaveOneGroupOut: Splitter, Hashable, Codable, Sendable {
  public init() {}

  /// One split a group, in the order of the groups' first rows (scikit-learn has them in the order of their names); the
  /// generator is not asked.
  ///
  /// - Throws: `.missingGroups`, `.tooFewGroups` for one group only, `.invalidSplit` where a class is in one
  ///   group only.
  /// - Complexity: O(n g) for g groups.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    let groups = try rows.requiredGroups(for: "leaving one group out", atLeast: 2)
    let splits = TrainTestSplit.folds(rows.groupOfRow ?? [], count: groups.count)
    for (number, split) in splits.enumerated() {
      guard let flaw = rows.flaw(of: split) else { continue }
      throw .invalidSplit(
        number,
        reason: "without the group “\(rows.groupNames[number])” \(flaw); a class needs rows in two groups")
    }
    return splits
  }
}
