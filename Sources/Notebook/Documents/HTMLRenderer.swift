import Foundation

/// Writes outputs as elements of HTML.
struct HTMLRenderer: Sendable {
  func text(_ text: String) -> String {
    "<pre class=\"output\">\(HTML.escaped(text.trimmingCharacters(in: .newlines)))</pre>"
  }

  func note(_ text: String) -> String {
    "<p class=\"note\">\(HTML.escaped(text))</p>"
  }

  /// A table that stays aligned where the page's styles do not reach, as in Jupyter.
  func table(_ table: Table) -> String {
    func row(_ texts: [String], _ element: String) -> String {
      let cells = texts.enumerated().map { column, text in
        let side = table.isNumeric(column: column) ? "right" : "left"
        return "<\(element) style=\"text-align: \(side)\">\(lines(text))</\(element)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let caption = table.caption.map { "<caption>\(lines($0))</caption>\n" } ?? ""
    let rows = table.rows.map { row($0.map(\.text), "td") }.joined()
    return "<table>\n\(caption)<thead>\n\(row(table.columns, "th"))</thead>\n<tbody>\n\(rows)</tbody>\n</table>"
  }

  func checks(_ checks: [Check]) -> String {
    let items = checks.map { check in
      let (kind, mark, colour) = check.passed ? ("ok", "ok", "#1a7f37") : ("failed", "FAILED", "#cf222e")
      return "<li class=\"\(kind)\"><strong style=\"color: \(colour)\">\(mark)</strong>"
        + " <code>\(HTML.escaped(check.label))</code> \(HTML.escaped(check.sentence))</li>\n"
    }
    return "<ul class=\"checks\">\n\(items.joined())</ul>"
  }

  /// - Parameter number: Counts the figures of a page.
  func figure(_ figure: ShownFigure, number: Int) -> String {
    let picture = figure.drawing.map { $0.svg.element(prefix: "figure\(number)") } ?? HTML.escaped(figure.sentence)
    return "<figure role=\"img\" aria-label=\"\(HTML.escaped(figure.title))\">\n\(picture)\n</figure>"
  }

  func summary(_ summary: Summary) -> String {
    let failures = summary.failures.isEmpty ? "" : "<p>Failed checks:</p>\n\(checks(summary.failures))\n"
    let kind = summary.failures.isEmpty ? "ok" : "failed"
    return "<section class=\"summary \(kind)\">\n\(failures)<p>\(HTML.escaped(summary.sentence))</p>\n</section>"
  }

  private func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { HTML.escaped(String($0)) }
      .joined(separator: "<br>")
  }
}
