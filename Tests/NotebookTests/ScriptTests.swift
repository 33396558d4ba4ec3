import Testing

@testable import Notebook

@Suite("A script")
struct ScriptTests {
  private func cells(_ source: String) -> [ScriptCell] {
    Script(path: Stage.path, source: source).cells
  }

  @Test("is split into its cells, with their lines")
  func split() {
    let source = """
      import Notebook

      // %% [markdown]
      // # Title
      //
      // Prose with $\\alpha$.
      //   - indented

      // %% Work

      let x = 1
      // A comment of the code.
      let y = 2

      """
    #expect(
      cells(source) == [
        ScriptCell(kind: .code, title: nil, lines: 1..<3, text: "import Notebook"),
        ScriptCell(
          kind: .markdown, title: nil, lines: 3..<9,
          text: "# Title\n\nProse with $\\alpha$.\n  - indented"),
        ScriptCell(
          kind: .code, title: "Work", lines: 9..<15,
          text: "let x = 1\n// A comment of the code.\nlet y = 2"),
      ])
  }

  @Test("reads the same with the line breaks of Windows and a byte order mark")
  func windows() {
    let source = "let a = 1\n\n// %% [markdown]\n// # Title\n// %%\nlet b = 2\n"
    #expect(cells("\u{FEFF}" + source.replacing("\n", with: "\r\n")) == cells(source))
  }

  @Test("without a marker is one code cell")
  func noMarker() {
    #expect(cells("let a = 1") == [ScriptCell(kind: .code, title: nil, lines: 1..<2, text: "let a = 1")])
    #expect(cells("") == [ScriptCell(kind: .code, title: nil, lines: 1..<2, text: "")])
  }

  @Test("that starts with a marker has an empty cell before it")
  func markerFirst() {
    #expect(cells("// %%\nlet a = 1").map(\.lines) == [1..<1, 1..<3])
  }

  @Test("keeps cells apart that follow each other without a line between them")
  func adjacent() {
    #expect(cells("// %%\n// %% [markdown]\n// %% [markdown]\n// b").map(\.text) == ["", "", "", "b"])
  }

  @Test("does not take a marker inside a string literal for one")
  func literal() {
    let source = "// %%\nlet s = \"\"\"\n// %% [markdown]\n\"\"\"\n// not a literal: \"\"\"\n// %%\nlet b = 2"
    #expect(cells(source).map(\.lines) == [1..<1, 1..<6, 6..<8])
  }

  @Test("runs code below prose as code, although its marker is missing")
  func missingMarker() {
    let cells = cells("// %% [markdown]\n// Prose.\n\nlet a = 1\n// code's comment")
    #expect(cells.map(\.kind) == [.code, .markdown, .code])
    #expect(cells.map(\.text) == ["", "Prose.", "let a = 1\n// code's comment"])
  }

  @Test("knows the cell of a line, for its own file only")
  func cellOfLine() {
    let script = Script(path: Stage.path, source: "let a = 1\n// %%\nlet b = 2")
    func index(_ line: Int, _ file: String = Stage.path) -> Int? {
      script.cellIndex(of: CallSite(function: "show", filePath: file, line: line))
    }
    #expect((1...4).map { index($0) } == [0, 1, 1, nil])
    #expect(index(3, "/example/Helpers.swift") == nil)
  }

  @Test(
    "knows which call is the last of its cell",
    arguments: [
      ("notebook.show(1)", true),
      ("notebook.show(1)\n\n// The end.", true),
      ("notebook.show(\n  1\n)", true),
      ("notebook.show(1)\nlet b = 2", false),
      ("for i in 1...2 { notebook.show(i) }", false),
      ("  notebook.show(1)", false),
      ("list.forEach { notebook.show($0) }", false),
      ("let text = show(1)", true),
      ("notebook.table(1)", false),
    ])
  func lastCall(code: String, isLast: Bool) {
    let script = Script(path: Stage.path, source: "// %%\n\(code)\n// %%\nlet c = 3")
    #expect(script.endsCell(CallSite(function: "show", filePath: Stage.path, line: 2)) == isLast)
  }
}
