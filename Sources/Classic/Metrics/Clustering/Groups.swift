/// Rows by name, the names numbered in the order in which they appear.
struct Groups {
  private(set) var groupOfRow: [Int] = []
  /// The number of rows of each group.
  private(set) var counts: [Int] = []
  /// The first row of each group.
  private(set) var firstRows: [Int] = []

  init<Name: Hashable>(_ names: [Name]) {
    var groups: [Name: Int] = [:]
    groupOfRow.reserveCapacity(names.count)
    for (row, name) in names.enumerated() {
      let group = groups[name] ?? counts.count
      if group == counts.count {
        groups[name] = group
        counts.append(0)
        firstRows.append(row)
      }
      counts[group] += 1
      groupOfRow.append(group)
    }
  }
}
