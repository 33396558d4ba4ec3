/// Writes an executed notebook as Markdown: prose as it is, code in fences, and the outputs of each cell below it.
struct MarkdownRenderer: Sendable {
  func render(_ notebook: ExecutedNotebook) -> String {
    let blocks = notebook.cells.flatMap(render(_:)) + render(notebook.summary)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func render(_ executed: ExecutedCell) -> [String] {
    let cell = executed.cell
    switch cell.kind {
    case .markdown:
      return cell.text.isEmpty ? [] : [cell.text]
    case .code:
      let title = cell.title.map { ["**\($0)**"] } ?? []
      let code = cell.text.isEmpty ? [] : [fence(cell.text, language: "swift")]
      return title + code + render(executed.outputs)
    }
  }

  private func render(_ outputs: [Output]) -> [String] {
    Block.blocks(of: outputs).map { block in
      switch block {
      case .text(let text): fence(text, language: "text")
      case .checks(let checks): list(checks)
      case .table(let table): render(table)
      case .note(let note): "*\(note)*"
      }
    }
  }

  private func render(_ summary: Summary) -> [String] {
    let failures = summary.failures.isEmpty ? [] : ["Failed checks:", list(summary.failures)]
    return failures + ["**\(summary.sentence)**"]
  }

  private func render(_ table: Table) -> String {
    let rule = table.columns.indices.map { table.isNumeric(column: $0) ? "---:" : ":---" }
    let rows = [table.columns, rule] + table.rows.map { $0.map(\.text) }
    let lines = rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
    let caption = table.caption.map { "*\($0)*\n\n" } ?? ""
    return caption + lines.joined(separator: "\n")
  }

  private func list(_ checks: [Check]) -> String {
    checks.map { "- **\($0.passed ? "ok" : "FAIL")** `\($0.label)` \($0.sentence)" }.joined(separator: "\n")
  }

  /// A pipe would end the cell, and a line break the row.
  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "<br>")
  }

  /// A fence one backtick longer than any in the text.
  private func fence(_ text: String, language: String) -> String {
    let longest = text.matches(of: #/`+/#).map { $0.output.count }.max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    return "\(marks)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(marks)"
  }
}
