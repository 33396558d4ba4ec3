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
  /// - Throws: `.invalidOption` where the splitter gave no splits, or one with an empty part, with a row that is not
  ///   there or with a row in both parts; `.inFold` where no row of a part counts.
  init(_ splits: [TrainTestSplit], rowCount: Int, kept: [Int]?) throws(LearningError) {
    guard !splits.isEmpty else {
      throw .invalidOption(name: "splitter", value: "one that gives no splits", allowed: "one that gives at least one")
    }
    var repeatsRows = false
    for (fold, split) in splits.enumerated() {
      let check = try Self.requireSound(split, fold: fold, rowCount: rowCount)
      repeatsRows = repeatsRows || check.repeatsRows
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

  private static func requireSound(
    _ split: TrainTestSplit, fold: Int, rowCount: Int
  ) throws(LearningError) -> (repeatsRows: Bool, Void) {
    func refusal(_ problem: String) -> LearningError {
      .invalidOption(
        name: "splitter", value: "one whose fold \(fold + 1) \(problem)",
        allowed: "one that gives two parts of the \(rowCount) rows, neither of them empty, without a row in both")
    }
    guard !split.training.isEmpty else { throw refusal("has no training rows") }
    guard !split.test.isEmpty else { throw refusal("has no test rows") }
    var isTraining = [Bool](repeating: false, count: rowCount)
    var repeatsRows = false
    for row in split.training {
      guard row >= 0, row < rowCount else { throw refusal("has row \(row)") }
      repeatsRows = repeatsRows || isTraining[row]
      isTraining[row] = true
    }
    for row in split.test {
      guard row >= 0, row < rowCount else { throw refusal("has row \(row)") }
      guard !isTraining[row] else { throw refusal("trains and tests on row \(row)") }
    }
    return (repeatsRows, ())
  }
}
