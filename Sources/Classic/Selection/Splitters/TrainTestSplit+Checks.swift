extension TrainTestSplit {
  /// What keeps the parts from being used, and what to do about it, for whoever makes splits and whoever is given some;
  /// nil where nothing does.
  ///
  /// - Parameters:
  ///   - rowCount: of the whole sample.
  ///   - remedy: what to do where a part is empty: “use fewer folds”.
  /// - Complexity: O(rowCount + rows of the parts).
  func flaw(rowCount: Int, remedy: String) -> String? {
    if training.isEmpty { return "it has no training rows; \(remedy)" }
    if test.isEmpty { return "it has no test rows; \(remedy)" }
    if let row = (training + test).first(where: { $0 < 0 || $0 >= rowCount }) {
      return "it holds the row \(row), and rows count from 0 to \(rowCount - 1)"
    }
    var isTraining = [Bool](repeating: false, count: rowCount)
    for row in training { isTraining[row] = true }
    return test.first { isTraining[$0] }.map { "the row \($0) is in both parts; take it out of one of them" }
  }

  /// Whether the training part has a row more than once, as one that is drawn with replacement has.
  ///
  /// - Precondition: rows are from 0 to below `rowCount`.
  func repeatsRows(rowCount: Int) -> Bool {
    var isThere = [Bool](repeating: false, count: rowCount)
    for row in training {
      if isThere[row] { return true }
      isThere[row] = true
    }
    return false
  }
}
