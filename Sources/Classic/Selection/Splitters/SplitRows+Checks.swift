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

  /// What every ``Splitter`` promises: throws unless no part is empty, and each class is in every training part.
  ///
  /// - Parameter remedy: what to do where a class is missing: “use fewer folds”.
  /// - Complexity: O(rows of all training parts).
  func check(_ splits: [TrainTestSplit], remedy: String) throws(LearningError) {
    for (number, split) in splits.enumerated() {
      if let flaw = flaw(of: split) { throw .invalidSplit(number, reason: "\(flaw); \(remedy)") }
    }
  }

  /// What keeps a split from being used; nil where nothing does.
  func flaw(of split: TrainTestSplit) -> String? {
    if split.training.isEmpty { return "it has no training rows" }
    if split.test.isEmpty { return "it has no test rows" }
    return missingClass(in: split.training).map { "none of its training rows is of the class “\(classNames[$0])”" }
  }

  private func missingClass(in training: [Int]) -> Int? {
    guard let classOfRow else { return nil }
    var found = [Bool](repeating: false, count: classNames.count)
    for row in training { found[classOfRow[row]] = true }
    return found.firstIndex(of: false)
  }
}
