import Foundation
import Testing

@testable import Notebook

@Suite("The Jupyter form of an executed notebook")
struct JupyterDocumentTests {
  private func code(_ text: String, title: String? = nil, _ outputs: [Output]) -> ExecutedCell {
    ExecutedCell(cell: ScriptCell(kind: .code, title: title, lines: 1..<2, text: text), outputs: outputs)
  }

  private func document(_ cells: [ExecutedCell], checks: [Check] = []) throws -> [String: Any] {
    let notebook = ExecutedNotebook(cells: cells, summary: Summary(name: "doc", checks: checks))
    return try #require(
      try JSONSerialization.jsonObject(with: JupyterDocument(notebook).data) as? [String: Any])
  }

  private func cells(_ cells: [ExecutedCell]) throws -> [[String: Any]] {
    try #require(try document(cells)["cells"] as? [[String: Any]])
  }

  private func outputs(_ outputs: [Output]) throws -> [[String: Any]] {
    try #require(try cells([code("x", outputs)]).first?["outputs"] as? [[String: Any]])
  }

  private func lines(_ value: Any?) throws -> [String] {
    try #require(value as? [String])
  }

  @Test("says which format and which language it is in")
  func frame() throws {
    let document = try document([])
    #expect(document["nbformat"] as? Int == 4)
    #expect(document["nbformat_minor"] as? Int == 5)
    let metadata = try #require(document["metadata"] as? [String: [String: String]])
    #expect(metadata["kernelspec"] == ["name": "swift", "display_name": "Swift", "language": "swift"])
    #expect(metadata["language_info"]?["name"] == "swift")
  }

  @Test("has a cell with an identifier of its own for all that is not empty, and the summary last")
  func cells() throws {
    let prose = ScriptCell(kind: .markdown, title: nil, lines: 1..<2, text: "# Title\n\n$x$")
    let cells = try cells([
      code("", []), ExecutedCell(cell: prose), code("let a = 1\nlet b = 2", title: "Work", []),
      code("", [.text("shown")]),
    ])
    #expect(cells.map { $0["cell_type"] as? String } == ["markdown", "code", "code", "markdown"])
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == 4)
    #expect(try lines(cells[0]["source"]) == ["# Title\n", "\n", "$x$"])
    #expect(cells[0].keys.sorted() == ["cell_type", "id", "metadata", "source"])
    #expect(try lines(cells[1]["source"]) == ["// Work\n", "let a = 1\n", "let b = 2"])
    #expect(cells[1]["execution_count"] as? Int == 1)
    #expect(cells[2]["execution_count"] as? Int == 2)
    #expect(try lines(cells[3]["source"]) == ["**doc: 0 checks passed, 0 failed**"])
  }

  @Test("has text as a stream, with its line breaks")
  func stream() throws {
    let outputs = try outputs([.text("one"), .printed("two\nthree\n")])
    #expect(outputs.count == 1)
    #expect(outputs[0].keys.sorted() == ["name", "output_type", "text"])
    #expect(outputs[0]["output_type"] as? String == "stream")
    #expect(outputs[0]["name"] as? String == "stdout")
    #expect(try lines(outputs[0]["text"]) == ["one\n", "two\n", "three\n"])
  }

  @Test("has a table as text and as HTML, with numbers to the right")
  func table() throws {
    let table = Table(columns: ["a<b", "n"], rows: [["x&y", 1]], caption: "Both")
    let outputs = try outputs([.table(table)])
    #expect(outputs[0]["output_type"] as? String == "display_data")
    #expect((outputs[0]["metadata"] as? [String: Any])?.isEmpty == true)
    let data = try #require(outputs[0]["data"] as? [String: Any])
    #expect(try lines(data["text/plain"]) == ["Both\n", "a<b  n\n", "---  -\n", "x&y  1"])
    let html = try lines(data["text/html"]).joined()
    #expect(html.contains("<caption>Both</caption>"))
    #expect(html.contains("<td style=\"text-align: left\">x&amp;y</td><td style=\"text-align: right\">1</td>"))
  }

  @Test("has checks as text and as HTML")
  func checks() throws {
    let checks = [
      Check(label: "C1", name: "k", .equal(measured: 2, expected: 2)),
      Check(label: "C2", name: "<r>", .atLeast(measured: 0.5, bound: 0.75)),
    ]
    let data = try #require(try outputs(checks.map(Output.check))[0]["data"] as? [String: Any])
    #expect(
      try lines(data["text/plain"]) == [
        "ok    C1  k: measured 2, expected 2\n", "FAIL  C2  <r>: measured 0.5, at least 0.75",
      ])
    let html = try lines(data["text/html"]).joined()
    #expect(html.contains("FAILED</strong> <code>C2</code> &lt;r&gt;: measured 0.5"))
  }

  @Test("has a figure as SVG, as PNG at its meant width, and as words")
  func figure() throws {
    let drawing = Drawing(svg: SVGPicture(gnuplot: "<svg/>\n", title: "t"), png: Data([1, 2, 255]), width: 720)
    let figure = ShownFigure(title: "Scree", fileName: "scree", drawing: drawing, whereabouts: "here")
    let output = try outputs([.figure(figure)])[0]
    let data = try #require(output["data"] as? [String: Any])
    #expect(try lines(data["image/svg+xml"]) == ["<svg/>\n"])
    #expect(try lines(data["image/png"]) == ["AQL/"])
    #expect(try lines(data["text/plain"]) == ["figure: Scree"])
    let metadata = try #require(output["metadata"] as? [String: [String: Int]])
    #expect(metadata == ["image/png": ["width": 720]])
  }
}
