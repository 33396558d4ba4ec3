import Learning

/// The splits of a cross-validation, checked, and without the rows that do not count.
struct FoldPlan {
  /// In rows of the whole sample.
  let splits: [TrainTestSplit]
  /// The same in places among the rows that count, which is what a ``SelectionTask`` knows.
  let parts: [TrainTestSplit]
  /// Whether a training part has a row more than once, as one that is drawn with replacement has.
  let repeatsRows: Bool

  /// - Parameters:
  ///   - rowCount: of the whole sample.
  ///   - kept: the rows that count; nil for all.
  /// - Throws: `.invalidOption` where there are no splits; `.invalidSplit` for an empty part, a row that is not there
  ///   and a row in both parts, which a model that knows it would be judged by; `.inFold` where no row of a part
  ///   counts.
  init(_ splits: [TrainTestSplit], rowCount: Int, kept: [Int]?) throws(LearningError) {
    guard !splits.isEmpty else {
      throw .invalidOption(
        name: "splitter", value: "one that gives no splits", allowed: "one that gives at least one")
    }
    for (fold, split) in splits.enumerated() {
      if let flaw = split.flaw(rowCount: rowCount, remedy: "a splitter must give it some") {
        throw .invalidSplit(fold, reason: flaw)
      }
    }
    repeatsRows = splits.contains { $0.repeatsRows(rowCount: rowCount) }
    guard let kept else {
      (self.splits, parts) = (splits, splits)
      return
    }
    var placeOfRow = [Int?](repeating: nil, count: rowCount)
    for (place, row) in kept.enumerated() { placeOfRow[row] = place }
    self.splits = splits.map { split in
      TrainTestSplit(
        training: split.training.filter { placeOfRow[$0] != nil }, test: split.test.filter { placeOfRow[$0] != nil })
    }
    for (fold, split) in self.splits.enumerated() where split.training.isEmpty || split.test.isEmpty {
      throw .inFold(fold, of: splits.count, .noPositiveWeight)
    }
    parts = self.splits.map { split in
      TrainTestSplit(
        training: split.training.compactMap { placeOfRow[$0] }, test: split.test.compactMap { placeOfRow[$0] })
    }
  }
}
