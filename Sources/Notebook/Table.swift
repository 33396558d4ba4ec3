/// A table as it was given: headings, cells, and a caption.
struct Table: Sendable, Equatable {
  let columns: [String]
  let rows: [[TableCell]]
  let caption: String?

  init(columns: [String], rows: [[TableCell]], caption: String? = nil) {
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count,
        "Row \(index) of the table has \(row.count) cells, but the table has \(columns.count) columns.")
    }
    self.columns = columns
    self.rows = rows
    self.caption = caption
  }

  /// Whether the column holds numbers only (empty cells aside), and so is aligned to the right.
  func isNumeric(column: Int) -> Bool {
    let filled = rows.map { $0[column] }.filter { !$0.text.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(\.isNumeric)
  }
}
