import Testing

@testable import Notebook

@Suite("A running notebook")
struct SessionTests {
  private static let source = """
    let notebook = Notebook("stage")
    let x = work()
    // %% [markdown]
    // First prose.
    // %%
    notebook.show("one")
    let y = work()
    // %% [markdown]
    // Second prose.
    // %%
    work()
    // %% [markdown]
    // Third prose.
    // %%
    for i in 1...2 {
      notebook.show("two")
    }
    // %% [markdown]
    // Last prose.
    """

  @Test("shows the prose above a call once, before the output, and the rest at the end")
  func order() throws {
    let stage = Stage(Self.source)
    stage.show("one", line: 6)
    stage.show("two", line: 16)
    stage.show("two again", line: 16)
    let notebook = try stage.session.finish()
    #expect(
      stage.console.written == """
        First prose.

        one

        Second prose.

        Third prose.

        two
        two again

        Last prose.

        stage: 0 checks passed, 0 failed

        """)
    #expect(
      notebook.cells.map(\.outputs) == [
        [], [], [.text("one")], [], [], [], [.text("two"), .text("two again")], [],
      ])
  }

  @Test("gives a call from another file, or from further up, to the cell that runs")
  func otherFile() throws {
    let stage = Stage(Self.source)
    stage.show("one", line: 6)
    stage.show("helper", line: 16, file: "/example/Helpers.swift")
    stage.show("two", line: 16)
    stage.show("function of the first cell", line: 6)
    let notebook = try stage.session.finish()
    #expect(notebook.cells[2].outputs == [.text("one"), .text("helper")])
    #expect(notebook.cells[6].outputs == [.text("two"), .text("function of the first cell")])
  }

  @Test("gives what the script prints to the cell that runs, in order")
  func printed() throws {
    let stage = Stage(Self.source)
    stage.show("one", line: 6)
    stage.console.printAsScript("from work\n")
    stage.show("two", line: 16)
    stage.console.printAsScript("after two\n")
    let notebook = try stage.session.finish()
    #expect(notebook.cells[2].outputs == [.text("one"), .printed("from work\n")])
    #expect(notebook.cells[6].outputs == [.text("two"), .printed("after two\n")])
    #expect(stage.console.written.contains("one\nfrom work\n\nSecond prose."))
  }

  @Test("moves on when a cell is done, so that the next one prints below its own prose")
  func movesOn() throws {
    let stage = Stage(
      """
      let notebook = Notebook("stage")

      // %% [markdown]
      // First prose.
      // %%
      print("printed")
      notebook.show("one")
      // %% [markdown]
      // Second prose.
      // %%
      print("printed again")
      """)
    stage.session.open(at: CallSite(function: "Notebook", filePath: Stage.path, line: 1))
    #expect(stage.console.written == "First prose.\n\n")
    stage.console.printAsScript("printed\n")
    stage.show("one", line: 7)
    stage.console.printAsScript("printed again\n")
    let notebook = try stage.session.finish()
    #expect(
      notebook.cells.map(\.outputs) == [
        [], [], [.printed("printed\n"), .text("one")], [], [.printed("printed again\n")],
      ])
  }

  @Test("shows the title of a code cell")
  func title() {
    let stage = Stage("// %% Load the data\nlet a = 1\nnotebook.show(a)")
    stage.show("1", line: 3)
    #expect(stage.console.written == "Load the data\n\n1\n")
  }

  @Test("without its source shows the outputs and says so once")
  func missingSource() throws {
    let console = RecordingConsole()
    let path = "/no/such/folder/main.swift"
    let session = Session(
      name: "stage", script: Script(readingFrom: path), console: console, style: .plain)
    session.open(at: CallSite(function: "Notebook", filePath: path, line: 2))
    for text in ["one", "two"] {
      session.record(.text(text), at: CallSite(function: "show", filePath: path, line: 9))
    }
    _ = try session.finish()
    #expect(
      console.written == """
        The source /no/such/folder/main.swift cannot be read here: the outputs follow without the prose.
        one
        two

        stage: 0 checks passed, 0 failed

        """)
  }

  @Test("counts its checks and names the failed ones above the summary")
  func summary() throws {
    let stage = Stage("// %%\ncheck\ncheck\ncheck\n")
    stage.check("C1", .equal(measured: 2, expected: 2), line: 2)
    stage.check("C2", .equal(measured: 2, expected: 3), line: 3)
    stage.check("C2", .atMost(measured: 2.5, bound: 3), line: 4)
    let notebook = try stage.session.finish()
    #expect(notebook.summary.failures.map(\.label) == ["C2"])
    #expect(
      stage.console.written == """
          ok    C1  value: measured 2, expected 2
          FAIL  C2  value: measured 2, expected 3
          ok    C2  value: measured 2.5, at most 3

        Failed checks:
          FAIL  C2  value: measured 2, expected 3
        stage: 2 checks passed, 1 failed

        """)
  }

  @Test("spoils the checks of one label, and says so")
  func spoil() throws {
    let stage = Stage("// %%\ncheck\ncheck\n", spoiling: "C2")
    stage.check("C1", .equal(measured: 2, expected: 2), line: 2)
    stage.check("C2", .equal(measured: 3, expected: 3), line: 3)
    let notebook = try stage.session.finish()
    #expect(notebook.summary.failures.map(\.sentence) == ["value: measured 4 (spoiled, was 3), expected 3"])
    #expect(notebook.summary.passedCount == 1)
  }

  @Test("refuses to spoil a label that no check has")
  func unknownLabel() {
    let stage = Stage("// %%\ncheck\ncheck\n", spoiling: "C3")
    stage.check("C2", .equal(measured: 2, expected: 2), line: 2)
    stage.check("C1", .equal(measured: 2, expected: 2), line: 3)
    #expect(throws: NotebookError.unknownLabel("C3", known: ["C1", "C2"])) { try stage.session.finish() }
    #expect(!stage.console.written.contains("passed"))
  }
}
