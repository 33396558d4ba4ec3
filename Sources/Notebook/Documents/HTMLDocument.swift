/// An executed notebook as one page of HTML that needs no other file: pandoc sets the prose, its formulas as MathML,
/// and colours the code; the outputs are elements of our own.
struct HTMLDocument: Sendable {
  private let source: String
  private let title: String

  init(_ notebook: ExecutedNotebook) {
    title = notebook.title
    let renderer = HTMLRenderer()
    var figureCount = 0
    var blocks = notebook.cells.flatMap { executed in
      HTMLDocument.blocks(of: executed, renderer: renderer, figureCount: &figureCount)
    }
    blocks.append(HTMLDocument.raw(renderer.summary(notebook.summary)))
    source = blocks.joined(separator: "\n\n") + "\n"
  }

  /// What pandoc makes of the notebook.
  func page(using pandoc: ExternalTool) throws(ToolFailure) -> ToolResult {
    let page = "page.html"
    return try pandoc.run(
      [
        // Prose as GitHub reads it; `tex_math_dollars` for formulas, `raw_attribute` for our own elements.
        "--from=gfm+tex_math_dollars+raw_attribute", "--to=html5", "--standalone", "--mathml",
        "--template=template.html", "--metadata=pagetitle:\(title)", "--output=\(page)", "notebook.md",
      ],
      input: ["notebook.md": source, "template.html": HTMLPage.template], output: [page])
  }

  private static func blocks(
    of executed: ExecutedCell, renderer: HTMLRenderer, figureCount: inout Int
  ) -> [String] {
    let cell = executed.cell
    switch cell.kind {
    case .markdown:
      return cell.text.isEmpty ? [] : [cell.text]
    case .code:
      let title = cell.title.map { [raw("<p class=\"title\">\(HTML.escaped($0))</p>")] } ?? []
      let code = cell.text.isEmpty ? [] : [MarkdownFence.fenced(cell.text, language: "swift")]
      var outputs: [String] = []
      for block in Block.blocks(of: executed.outputs) {
        if case .figure = block { figureCount += 1 }
        outputs.append(raw(element(block, renderer: renderer, figureNumber: figureCount)))
      }
      return title + code + outputs
    }
  }

  private static func element(_ block: Block, renderer: HTMLRenderer, figureNumber: Int) -> String {
    switch block {
    case .text(let text): renderer.text(text)
    case .checks(let checks): renderer.checks(checks)
    case .table(let table): renderer.table(table)
    case .figure(let figure): renderer.figure(figure, number: figureNumber)
    case .note(let note): renderer.note(note)
    }
  }

  private static func raw(_ element: String) -> String {
    MarkdownFence.fenced(element, language: "{=html}")
  }
}
