/// A table as aligned columns of characters. Rows are never wrapped: a broken row is harder to read than a long one.
struct TableLayout: Sendable {
  private let caption: String?
  private let header: [String]
  private let rows: [[String]]
  private let widths: [Int]
  private let isNumeric: [Bool]

  init(_ table: Table) {
    func oneLine(_ text: String) -> String {
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    }
    let header = table.columns.map(oneLine)
    let rows = table.rows.map { $0.map { oneLine($0.text) } }
    caption = table.caption
    self.header = header
    self.rows = rows
    widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    isNumeric = header.indices.map { table.isNumeric(column: $0) }
  }

  func lines(style: TextStyle) -> [String] {
    let rule = widths.map { String(repeating: "-", count: $0) }
    return (caption.map { [$0] } ?? []) + [style.bold(line(header)), line(rule)] + rows.map(line(_:))
  }

  private func line(_ cells: [String]) -> String {
    let padded = cells.indices.map { column in
      let space = String(repeating: " ", count: widths[column] - cells[column].count)
      return isNumeric[column] ? space + cells[column] : cells[column] + space
    }
    let line = padded.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
