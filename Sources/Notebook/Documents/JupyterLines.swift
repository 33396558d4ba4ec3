/// A text as the list of its lines, each with its line break, which is how Jupyter stores it.
struct JupyterLines: Encodable, Sendable {
  private let lines: [String]

  init(_ text: String) {
    // By scalars, because "\r\n" is one Character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + "\n" }
    if let last = lines.popLast(), last != "\n" { lines.append(String(last.unicodeScalars.dropLast())) }
    self.lines = lines
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(lines)
  }
}
