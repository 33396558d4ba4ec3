import Learning

extension SplitRows {
  /// Rows of known classes, that may belong to groups.
  ///
  /// - Throws: `.countMismatch`.
  init(labels: [some Hashable], groups: [some Hashable]?) throws(LearningError) {
    if let groups { try self.init(labels: labels, groups: groups) } else { self.init(labels: labels) }
  }

  /// Rows without classes, that may belong to groups.
  ///
  /// - Throws: `.countMismatch`.
  init(count: Int, groups: [some Hashable]?) throws(LearningError) {
    guard let groups else {
      self.init(count: count)
      return
    }
    guard groups.count == count else { throw .countMismatch(.groups, count: groups.count, rowCount: count) }
    self.init(groups: groups)
  }
}
