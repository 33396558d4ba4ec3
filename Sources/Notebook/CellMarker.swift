/// The line that opens a cell: `// %% title [markdown] key="value"`, each part after the percent signs optional.
struct CellMarker: Sendable, Equatable {
  let kind: ScriptCell.Kind
  let title: String?

  /// Reads a marker, or fails when the line is none.
  init?(_ line: Substring) {
    guard let match = line.wholeMatch(of: #/\s*//\s*%%+(?:\s+(.*))?/#) else { return nil }
    var words = match.1 ?? ""
    // Metadata has no place in the output, and a title never holds `key=`.
    if let metadata = words.firstMatch(of: #/(?:^|\s)[\w\-.]+=/#) { words = words[..<metadata.range.lowerBound] }

    let type = words.firstMatch(of: #/\[(markdown|md|code)\]/#)
    kind = type.map { $0.1 != "code" } ?? false ? .markdown : .code
    // Editors also write the title after the type.
    let parts = type.map { [words[..<$0.range.lowerBound], words[$0.range.upperBound...]] } ?? [words]
    let text = parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: " ")
    title = text.isEmpty ? nil : text
  }
}
