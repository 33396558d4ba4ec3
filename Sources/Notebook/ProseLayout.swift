/// Lays Markdown out for reading in a terminal: headings underlined, paragraphs and list items filled to a line
/// length, and everything whose line breaks matter (code, formulas, tables) as it is.
struct ProseLayout: Sendable {
  let style: TextStyle
  /// Long enough for formulas, short enough for the eye to find the next line.
  var width = 100

  func render(_ markdown: String) -> String {
    var lines: [String] = []
    var paragraph: Paragraph?
    /// The sign that ends the block whose lines are kept as they are.
    var blockEnd: String?

    func closeParagraph() {
      if let open = paragraph { lines += open.filled(to: width) }
      paragraph = nil
    }

    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop(while: \.isWhitespace)
      if let end = blockEnd {
        lines.append(String(line))
        if content.contains(end) { blockEnd = nil }
      } else if let end = ProseLayout.blockEnd(openedBy: content) {
        closeParagraph()
        lines.append(String(line))
        blockEnd = content.dropFirst(end.count).contains(end) ? nil : end
      } else if content.isEmpty {
        closeParagraph()
        if lines.last != "" { lines.append("") }
      } else if let heading = heading(line) {
        closeParagraph()
        lines += heading
      } else if content.hasPrefix("|") {
        closeParagraph()
        lines.append(String(line))
      } else if let item = Paragraph(itemOrQuote: line) {
        closeParagraph()
        paragraph = item
      } else {
        paragraph = (paragraph ?? Paragraph()).adding(content)
      }
      // Two spaces at the end of a line are Markdown's line break.
      if blockEnd == nil, line.hasSuffix("  ") { closeParagraph() }
    }
    closeParagraph()
    return lines.joined(separator: "\n")
  }

  private static func blockEnd(openedBy content: Substring) -> String? {
    ["```", "~~~", "$$"].first { content.hasPrefix($0) }
  }

  private func heading(_ line: Substring) -> [String]? {
    guard let match = line.wholeMatch(of: #/(#{1,6})\s+(.*?)\s*#*\s*/#) else { return nil }
    let title = String(match.2)
    switch match.1.count {
    case 1: return [style.bold(title), String(repeating: "=", count: title.count)]
    case 2: return [style.bold(title), String(repeating: "-", count: title.count)]
    default: return [style.bold("\(match.1) \(title)")]
    }
  }
}
