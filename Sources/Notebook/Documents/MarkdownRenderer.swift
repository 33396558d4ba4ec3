import Foundation

/// Writes an executed notebook as Markdown: prose as it is, code in fences, and the outputs of each cell below it.
struct MarkdownRenderer: Sendable {
  /// Where the pictures are, relative to the document.
  let figureFolder: String

  func render(_ notebook: ExecutedNotebook) -> String {
    let blocks = notebook.cells.flatMap(render(_:)) + MarkdownRenderer.blocks(of: notebook.summary)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func render(_ executed: ExecutedCell) -> [String] {
    let cell = executed.cell
    switch cell.kind {
    case .markdown:
      return cell.text.isEmpty ? [] : [cell.text]
    case .code:
      let title = cell.title.map { ["**\($0)**"] } ?? []
      let code = cell.text.isEmpty ? [] : [MarkdownFence.fenced(cell.text, language: "swift")]
      return title + code + render(executed.outputs)
    }
  }

  private func render(_ outputs: [Output]) -> [String] {
    Block.blocks(of: outputs).map { block in
      switch block {
      case .text(let text): MarkdownFence.fenced(text, language: "text")
      case .checks(let checks): MarkdownRenderer.list(checks)
      case .table(let table): render(table)
      case .figure(let figure): render(figure)
      case .note(let note): "*\(note)*"
      }
    }
  }

  /// The failed checks, if any, and the sentence that counts them.
  static func blocks(of summary: Summary) -> [String] {
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

  private func render(_ figure: ShownFigure) -> String {
    let words = figure.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let title = words.replacing(#/[\\\[\]]/#) { "\\\($0.output)" }
    let folder = figureFolder.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? figureFolder
    // Parentheses would end the link.
    let link = folder.replacing("(", with: "%28").replacing(")", with: "%29")
    return "![\(title)](\(link)/\(figure.fileName).svg)"
  }

  private static func list(_ checks: [Check]) -> String {
    checks.map { "- **\($0.passed ? "ok" : "FAIL")** `\($0.label)` \($0.sentence)" }.joined(separator: "\n")
  }

  /// A pipe would end the cell, and a line break the row.
  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "<br>")
  }
}
