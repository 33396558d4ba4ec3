/// Words that are filled into lines, behind a prefix where they are a list item or a quotation.
struct Paragraph: Sendable {
  private var first = ""
  private var hanging = ""
  private var words: [Substring] = []

  init() {}

  /// Starts a list item (`- `, `* `, `+ `, `1. `, `1) `) or a line of a quotation (`> `), or fails for other lines.
  init?(itemOrQuote line: Substring) {
    guard let match = line.prefixMatch(of: #/(\s*)([-*+]|\d+[.)]|>)\s+/#) else { return nil }
    first = "\(match.1)\(match.2) "
    hanging = match.2 == ">" ? first : String(repeating: " ", count: first.count)
    words = Self.words(of: line[match.range.upperBound...])
  }

  func adding(_ line: Substring) -> Paragraph {
    var longer = self
    longer.words += Self.words(of: line)
    return longer
  }

  /// The lines, each as full as `width` allows; a word longer than that has a line of its own.
  func filled(to width: Int) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = hanging
        isEmpty = true
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return lines + [line]
  }

  private static func words(of line: Substring) -> [Substring] {
    line.split(whereSeparator: \.isWhitespace)
  }
}
