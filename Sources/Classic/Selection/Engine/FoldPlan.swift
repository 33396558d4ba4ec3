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
    var repeatsRows = false
    for (fold, split) in splits.enumerated() {
      let repeats = try Self.requireSound(split, fold: fold, rowCount: rowCount)
      repeatsRows = repeatsRows || repeats
    }
    self.repeatsRows = repeatsRows
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

  /// - Returns: whether the training part has a row more than once.
  private static func requireSound(
    _ split: TrainTestSplit, fold: Int, rowCount: Int
  ) throws(LearningError) -> Bool {
    guard !split.training.isEmpty else { throw .invalidSplit(fold, reason: "it has no training rows") }
    guard !split.test.isEmpty else { throw .invalidSplit(fold, reason: "it has no test rows") }
    if let row = (split.training + split.test).first(where: { $0 < 0 || $0 >= rowCount }) {
      throw .invalidSplit(fold, reason: "it holds the row \(row), and rows count from 0 to \(rowCount - 1)")
    }
    var isTraining = [Bool](repeating: false, count: rowCount)
    var repeatsRows = false
    for row in split.training {
      repeatsRows = repeatsRows || isTraining[row]
      isTraining[row] = true
    }
    if let row = split.test.first(where: { isTraining[$0] }) {
      throw .invalidSplit(fold, reason: "the row \(row) is in both parts; take it out of one of them")
    }
    return repeatsRows
  }
}
