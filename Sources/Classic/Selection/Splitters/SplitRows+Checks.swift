import Learning

/// Checks a number that a splitter is configured with.
func requireAtLeast(_ bound: Int, _ value: Int, _ name: String) throws(LearningError) {
  guard value >= bound else {
    throw .invalidOption(name: name, value: "\(value)", allowed: "at least \(bound)")
  }
}

extension SplitRows {
  func require(_ needed: Int, for purpose: String) throws(LearningError) {
    guard count >= needed else { throw .tooFewSamples(found: count, needed: needed, purpose: purpose) }
  }

  /// The rows of each group, of which there must be some.
  func requiredGroups(for purpose: String, atLeast needed: Int = 1) throws(LearningError) -> [[Int]] {
    guard let rowsOfGroup else { throw .missingGroups(purpose: purpose) }
    guard rowsOfGroup.count >= needed else {
      throw .tooFewGroups(found: rowsOfGroup.count, needed: needed, purpose: purpose)
    }
    return rowsOfGroup
  }

  /// What every ``Splitter`` promises: throws unless parts are sound, and each class is in every training part.
  ///
  /// - Parameter remedy: what to do where a part is empty or a class is missing: “use fewer folds”.
  /// - Complexity: O(n + rows of the parts) for each split.
  func check(_ splits: [TrainTestSplit], remedy: String) throws(LearningError) {
    for (number, split) in splits.enumerated() {
      if let flaw = flaw(of: split, remedy: remedy) { throw .invalidSplit(number, reason: flaw) }
    }
  }

  /// What keeps a split of these rows from being used, and what to do about it; nil where nothing does.
  func flaw(of split: TrainTestSplit, remedy: String) -> String? {
    split.flaw(rowCount: count, remedy: remedy)
      ?? missingClass(in: split.training).map {
        "none of its training rows is of the class “\(classNames[$0])”; \(remedy)"
      }
  }

  private func missingClass(in training: [Int]) -> Int? {
    guard let classOfRow else { return nil }
    var found = [Bool](repeating: false, count: classNames.count)
    for row in training { found[classOfRow[row]] = true }
    return found.firstIndex(of: false)
  }
}
