import Foundation

/// The source of a notebook, split into cells.
struct Script: Sendable {
  let path: String
  /// At least one cell: what stands above the first marker is a code cell, be it empty.
  let cells: [ScriptCell]
  /// The lines of the source, empty when it could not be read.
  let lines: [Substring]

  var isSourceMissing: Bool { lines.isEmpty }

  /// Reads the source at `path`; without it the script is one code cell with no text.
  init(readingFrom path: String) {
    let data = FileManager.default.contents(atPath: path)
    self.init(path: path, source: data.map { String(decoding: $0, as: UTF8.self) })
  }

  init(path: String, source: String?) {
    self.path = path
    lines = source.map(Script.lines(of:)) ?? []
    cells = ScriptParser.cells(of: lines)
  }

  /// The index of the cell that a call stands in, or `nil` for a call of another file or of a source not read.
  func cellIndex(of site: CallSite) -> Int? {
    site.filePath == path ? cells.firstIndex { $0.lines.contains(site.line) } : nil
  }

  /// Whether the call is surely the last thing that its cell does: a statement of its own, neither in a loop nor in a
  /// function, with no statement below it.
  func endsCell(_ site: CallSite) -> Bool {
    guard let index = cellIndex(of: site), isPlainCall(lines[site.line - 1], of: site.function) else { return false }
    return lines[site.line..<(cells[index].lines.upperBound - 1)].allSatisfy(continuesOrIsSilent)
  }

  /// Whether a line that starts in the first column is `name.function(` or `let name = function(`.
  private func isPlainCall(_ line: Substring, of function: String) -> Bool {
    line.prefixMatch(of: #/(?:\w+\.|(?:let|var) \w+ = )(\w+)\(/#).map { $0.1 == function } ?? false
  }

  /// Whether a line below a statement belongs to it, or does nothing: a statement starts in the first column.
  private func continuesOrIsSilent(_ line: Substring) -> Bool {
    guard let first = line.first else { return true }
    return first.isWhitespace || ")]}".contains(first) || line.hasPrefix("//")
  }

  /// Lines as the compiler counts them, without their line breaks.
  private static func lines(of source: String) -> [Substring] {
    // "\r\n" is one Character, so it has to go before a split at "\n".
    let text = source.replacingOccurrences(of: "\r\n", with: "\n")
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    return body.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
