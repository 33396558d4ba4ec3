/// The categories of one column, and the columns that are made of them.
struct OneHotColumn: Hashable, Sendable, Codable {
  /// In ascending order.
  let categories: [Double]
  /// Whether a category has no column of its own.
  let isInfrequent: [Bool]
  /// Whether the first of the columns is left out.
  let dropsFirst: Bool

  init(categories: [Double], isInfrequent: [Bool], drop: OneHotEncoder.Drop) {
    self.categories = categories
    self.isInfrequent = isInfrequent
    let count = Self.levelCount(isInfrequent)
    dropsFirst = drop == .first || (drop == .ifBinary && count == 2)
  }

  /// The columns that there are before one is dropped.
  private static func levelCount(_ isInfrequent: [Bool]) -> Int {
    isInfrequent.count { !$0 } + (isInfrequent.contains(true) ? 1 : 0)
  }

  var hasInfrequent: Bool { isInfrequent.contains(true) }
  var outputCount: Int { Self.levelCount(isInfrequent) - (dropsFirst ? 1 : 0) }

  /// The category that each column stands for, nil for the infrequent ones, and before them that which is dropped.
  var levels: [Double?] {
    let frequent: [Double?] = categories.indices.filter { !isInfrequent[$0] }.map { categories[$0] }
    return hasInfrequent ? frequent + [nil] : frequent
  }

  /// The output of each category; nil for the one that is dropped.
  var outputs: [Int?] {
    let skipped = dropsFirst ? 1 : 0
    var next = -skipped
    return isInfrequent.map { isInfrequent in
      let output = isInfrequent ? outputCount - 1 : next
      next += isInfrequent ? 0 : 1
      return output < 0 ? nil : output
    }
  }

  /// The index of a category; nil for one that is unknown.
  func index(of value: Double) -> Int? {
    var range = categories.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = categories[middle] < value ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    let index = range.lowerBound
    return index < categories.count && categories[index] == value ? index : nil
  }

  /// What does not fit together; nil where all does.
  var inconsistency: String? {
    if categories.isEmpty || !categories.allSatisfy(\.isFinite)
      || !zip(categories, categories.dropFirst()).allSatisfy(<) {
      return "Categories must be finite, each once, in ascending order, at least one."
    }
    if isInfrequent.count != categories.count {
      return "There are \(categories.count) categories, and it is said of \(isInfrequent.count) whether they are "
        + "infrequent."
    }
    return nil
  }
}
