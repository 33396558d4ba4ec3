public import Learning

/// Splits that are given: those of a publication, of a competition, or of a rule of one's own.
///
///     let splitter = PredefinedSplits([TrainTestSplit(training: before2020, test: from2020)])
///
/// Rows may be in no part at all, and in a training part several times. Where every row has the number of its fold, use
/// ``LeaveOneGroupOut`` with the folds as groups.
public struct PredefinedSplits: Splitter, Hashable, Codable, Sendable {
  /// In the order in which they are used.
  public var splits: [TrainTestSplit]

  public init(_ splits: [TrainTestSplit]) {
    self.splits = splits
  }

  /// The splits as they were given, checked; the generator is not asked.
  ///
  /// - Throws: `.invalidOption` for no splits, `.invalidSplit` for an empty part, a row that is not there, a row in
  ///   both parts, and a training part that lacks a class.
  /// - Complexity: O(n + rows of the parts) for each split.
  public func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    guard !splits.isEmpty else { throw .invalidOption(name: "splits", value: "empty", allowed: "at least one split") }
    for (number, split) in splits.enumerated() {
      let strangers = (split.training + split.test).filter { $0 < 0 || $0 >= rows.count }
      if let row = strangers.first {
        throw .invalidSplit(number, reason: "it holds the row \(row), and rows count from 0 to \(rows.count - 1)")
      }
      var isTrainingRow = [Bool](repeating: false, count: rows.count)
      for row in split.training { isTrainingRow[row] = true }
      if let row = split.test.first(where: { isTrainingRow[$0] }) {
        throw .invalidSplit(number, reason: "the row \(row) is in both parts; take it out of one of them")
      }
    }
    try rows.check(splits, remedy: "give it some")
    return splits
  }
}
