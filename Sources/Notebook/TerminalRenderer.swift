/// Writes a running notebook for a terminal, piece by piece, and keeps the blank lines between the pieces.
struct TerminalRenderer: Sendable {
  private enum Piece {
    case nothing
    case prose
    case table
    case lines
  }

  let style: TextStyle
  private var last = Piece.nothing

  init(style: TextStyle) {
    self.style = style
  }

  /// The prose and the titles of cells that follow each other; code is not shown.
  mutating func render(_ cells: ArraySlice<ScriptCell>) -> String {
    let blocks = cells.compactMap { cell in
      switch cell.kind {
      case .markdown: cell.text.isEmpty ? nil : ProseLayout(style: style).render(cell.text)
      case .code: cell.title.map { style.bold($0) }
      }
    }
    guard !blocks.isEmpty else { return "" }
    let separator = last == .nothing ? "" : "\n"
    last = .prose
    return separator + blocks.joined(separator: "\n\n") + "\n\n"
  }

  mutating func render(_ output: Output) -> String {
    switch output {
    case .text(let text): line(text)
    case .note(let note): line(style.dim(note))
    case .figure(let figure): line(style.dim(figure.sentence))
    case .check(let check): line(render(check))
    case .table(let table): render(table)
    // As it came, and without a say in the blank lines: where it passes by unseen, the look is the same.
    case .printed(let text): text
    }
  }

  mutating func render(_ summary: Summary) -> String {
    let failures = summary.failures.isEmpty ? [] : ["Failed checks:"] + summary.failures.map(render(_:))
    let sentence = summary.failures.isEmpty ? style.green(summary.sentence) : style.red(summary.sentence)
    let separator = last == .lines || last == .table ? "\n" : ""
    last = .lines
    return separator + (failures + [style.bold(sentence)]).joined(separator: "\n") + "\n"
  }

  private mutating func line(_ text: String) -> String {
    let separator = last == .table ? "\n" : ""
    last = .lines
    return separator + text + "\n"
  }

  private func render(_ check: Check) -> String {
    let mark = check.passed ? style.green("ok  ") : style.red("FAIL")
    return "  \(mark)  \(check.label)  \(check.sentence)"
  }

  private mutating func render(_ table: Table) -> String {
    let separator = last == .lines || last == .table ? "\n" : ""
    last = .table
    return separator + TableLayout(table).lines(style: style).map { $0 + "\n" }.joined()
  }
}
