/// A notebook that is running: follows the script from cell to cell and puts its outputs in their place.
final class Session {
  private let name: String
  private let script: Script
  private let console: any Console
  private let spoiledLabels: [String]
  private var terminal: TerminalRenderer
  private var cells: [ExecutedCell]
  /// The index of the cell that runs; the prose up to here is shown.
  private var current = 0

  init(name: String, script: Script, console: any Console, style: TextStyle, spoiledLabels: [String] = []) {
    self.name = name
    self.script = script
    self.console = console
    self.spoiledLabels = spoiledLabels
    terminal = TerminalRenderer(style: style)
    cells = script.cells.map { ExecutedCell(cell: $0) }
  }

  /// Shows the prose at the top, where the script has nothing to do before it.
  func open(at site: CallSite) {
    if script.isSourceMissing {
      emit(.note("The source \(script.path) cannot be read here: the outputs follow without the prose."))
    }
    enterCell(of: site)
    leaveCell(endedBy: site)
  }

  /// Shows the prose above the call, then its output.
  func record(_ output: Output, at site: CallSite) {
    record([output], at: site)
  }

  /// Shows the prose above the call, then its outputs.
  func record(_ outputs: [Output], at site: CallSite) {
    takePrinted()
    enterCell(of: site)
    for output in outputs { emit(output) }
    leaveCell(endedBy: site)
  }

  /// Judges a comparison, spoiled where that was asked for, and shows the result.
  func record(label: String, name: String, _ comparison: Comparison, at site: CallSite) {
    let check = Check(label: label, name: name, comparison, isSpoiled: spoiledLabels.contains(label))
    record(.check(check), at: site)
  }

  /// Shows the rest of the prose and the summary.
  func finish() throws(NotebookError) -> ExecutedNotebook {
    takePrinted()
    advance(to: script.cells.count - 1)
    let checks = self.checks
    let known = Set(checks.map(\.label))
    if let unknown = spoiledLabels.first(where: { !known.contains($0) }) {
      throw .unknownLabel(unknown, known: known.sorted())
    }
    let summary = Summary(name: name, checks: checks)
    console.write(terminal.render(summary))
    return ExecutedNotebook(cells: cells, summary: summary)
  }

  private var checks: [Check] {
    cells.flatMap(\.outputs).compactMap { output in
      if case .check(let check) = output { check } else { nil }
    }
  }

  private func emit(_ output: Output) {
    cells[current].outputs.append(output)
    console.write(terminal.render(output))
  }

  /// What the script printed since the last call belongs to the cell that runs.
  private func takePrinted() {
    let text = console.takePrinted()
    if !text.isEmpty { emit(.printed(text)) }
  }

  /// Moves down to the cell of a call. A call from a file beside the script, or from a function further up in it,
  /// belongs to the cell that runs.
  private func enterCell(of site: CallSite) {
    if let index = script.cellIndex(of: site) { advance(to: index) }
  }

  /// When a cell is done, moves on to the next code cell at once, so that its prose stands above what it prints and is
  /// there to read while it works.
  private func leaveCell(endedBy site: CallSite) {
    guard script.cellIndex(of: site) == current, script.endsCell(site) else { return }
    if let next = script.cells[(current + 1)...].firstIndex(where: { $0.kind == .code }) { advance(to: next) }
  }

  private func advance(to index: Int) {
    guard index > current else { return }
    let text = terminal.render(script.cells[(current + 1)...index])
    current = index
    console.write(text)
  }
}
