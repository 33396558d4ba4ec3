import Testing

@testable import Notebook

@Suite("The Markdown of an executed notebook")
struct MarkdownRendererTests {
  private func code(_ text: String, title: String? = nil, _ outputs: [Output]) -> ExecutedCell {
    ExecutedCell(cell: ScriptCell(kind: .code, title: title, lines: 1..<2, text: text), outputs: outputs)
  }

  private func render(_ cells: [ExecutedCell], checks: [Check] = []) -> String {
    MarkdownRenderer(figureFolder: "doc (1)-figures").render(
      ExecutedNotebook(cells: cells, summary: Summary(name: "doc", checks: checks)))
  }

  @Test("holds prose, code and outputs in order")
  func document() {
    let passed = Check(label: "C1", name: "k", .equal(measured: 2, expected: 2))
    let failed = Check(label: "C2", name: "r", .atLeast(measured: 0.5, bound: 0.75))
    let table = Table(columns: ["a|b", "n"], rows: [["x|y", 1], ["two\nlines", 10]], caption: "Both")
    let prose = ScriptCell(kind: .markdown, title: "unseen", lines: 1..<2, text: "# Title\n\n$$x^2$$")
    let cells = [
      code("", []),
      ExecutedCell(cell: prose),
      code(
        "let a = 1", title: "Work",
        [
          .text("one"), .printed("two\nthree"), .text("four"), .table(table), .printed("five\n"), .check(passed),
          .check(failed), .note("A note."),
        ]),
    ]
    #expect(
      render(cells, checks: [passed, failed]) == """
        # Title

        $$x^2$$

        **Work**

        ```swift
        let a = 1
        ```

        ```text
        one
        two
        three
        four
        ```

        *Both*

        | a\\|b | n |
        | :--- | ---: |
        | x\\|y | 1 |
        | two<br>lines | 10 |

        ```text
        five
        ```

        - **ok** `C1` k: measured 2, expected 2
        - **FAIL** `C2` r: measured 0.5, at least 0.75

        *A note.*

        Failed checks:

        - **FAIL** `C2` r: measured 0.5, at least 0.75

        **doc: 1 check passed, 1 failed**

        """)
  }

  @Test("fences text that holds a fence with a longer one")
  func fences() {
    #expect(
      render([code("let s = \"````\"", [.text("```\ninside\n```")])]) == """
        `````swift
        let s = "````"
        `````

        ````text
        ```
        inside
        ```
        ````

        **doc: 0 checks passed, 0 failed**

        """)
  }

  @Test("links to the picture of a figure, whatever is in the names")
  func figure() {
    let figure = ShownFigure(title: "A [b] & c", fileName: "a-b-c", drawing: nil, whereabouts: "here")
    #expect(
      render([code("", [.figure(figure)])]).hasPrefix(#"![A \[b\] & c](doc%20%281%29-figures/a-b-c.svg)"#))
  }
}
