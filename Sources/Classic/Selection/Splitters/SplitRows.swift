public import Learning

/// The rows that are to be divided, as far as a ``Splitter`` knows them: how many, of which class, of which group.
public struct SplitRows: Hashable, Sendable {
  public let count: Int
  /// The class of each row, numbered in the order in which the classes appear; nil where there are none. The names do
  /// not matter: others give the same parts.
  public let classOfRow: [Int]?
  /// The classes' names, for messages.
  public let classNames: [String]
  /// The group of each row, numbered like classes: rows that belong together, such as those of one patient. Nil where
  /// there are none.
  public let groupOfRow: [Int]?
  /// The groups' names, for messages.
  public let groupNames: [String]

  /// Rows of which only the number is known.
  public init(count: Int) {
    self.count = count
    (classOfRow, classNames) = (nil, [])
    (groupOfRow, groupNames) = (nil, [])
  }

  /// Rows of known classes.
  public init(labels: [some Hashable]) {
    count = labels.count
    (classOfRow, classNames) = Self.numbered(labels)
    (groupOfRow, groupNames) = (nil, [])
  }

  /// Rows that belong to groups.
  public init(groups: [some Hashable]) {
    count = groups.count
    (classOfRow, classNames) = (nil, [])
    (groupOfRow, groupNames) = Self.numbered(groups)
  }

  /// Rows of known classes that belong to groups.
  ///
  /// - Throws: `.countMismatch`.
  public init(labels: [some Hashable], groups: [some Hashable]) throws(LearningError) {
    guard groups.count == labels.count else {
      throw .countMismatch(.groups, count: groups.count, rowCount: labels.count)
    }
    count = labels.count
    (classOfRow, classNames) = Self.numbered(labels)
    (groupOfRow, groupNames) = Self.numbered(groups)
  }

  /// The rows of each class, ascending, in the order of ``classNames``; nil where there are no classes.
  var rowsOfClass: [[Int]]? { classOfRow.map { Self.rows(of: $0, count: classNames.count) } }

  /// The rows of each group, ascending, in the order of ``groupNames``; nil where there are no groups.
  var rowsOfGroup: [[Int]]? { groupOfRow.map { Self.rows(of: $0, count: groupNames.count) } }

  private static func rows(of numberOfRow: [Int], count: Int) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: count)
    for (row, number) in numberOfRow.enumerated() { rows[number].append(row) }
    return rows
  }

  private static func numbered<Name: Hashable>(_ names: [Name]) -> ([Int], [String]) {
    var numbers: [Name: Int] = [:]
    var distinct: [String] = []
    let numberOfRow = names.map { name in
      if let number = numbers[name] { return number }
      defer { distinct.append("\(name)") }
      numbers[name] = distinct.count
      return distinct.count
    }
    return (numberOfRow, distinct)
  }
}
