/// Splits a source into the cells of the percent format, by the rules of Jupytext.
///
/// A marker is a comment line `// %%`, then an optional title, then an optional cell type (`[markdown]` or `[md]`),
/// then optional metadata `key=value`, which is left out. More percent signs make a sub-cell, which is a cell here.
struct ScriptParser {
  private let lines: [Substring]
  private var cells: [ScriptCell] = []
  /// The marker of the open cell; the code above the first marker is a cell without one.
  private var marker: CellMarker?
  private var kind = ScriptCell.Kind.code
  /// The index of the open cell's first line.
  private var start = 0
  private var isInStringLiteral = false

  static func cells(of lines: [Substring]) -> [ScriptCell] {
    var parser = ScriptParser(lines: lines)
    parser.parse()
    return parser.cells
  }

  private init(lines: [Substring]) {
    self.lines = lines
  }

  private mutating func parse() {
    for (index, line) in lines.enumerated() {
      if !isInStringLiteral, let next = CellMarker(line) {
        open(next, kind: next.kind, at: index)
      } else if kind == .markdown, !Self.isProse(line) {
        // The compiler runs code that stands below the prose, whatever the marker says.
        open(nil, kind: .code, at: index)
        followStringLiteral(line)
      } else if kind == .code {
        followStringLiteral(line)
      }
    }
    close(at: lines.count)
  }

  private mutating func open(_ marker: CellMarker?, kind: ScriptCell.Kind, at index: Int) {
    close(at: index)
    self.marker = marker
    self.kind = kind
    start = index
  }

  private mutating func close(at end: Int) {
    let content = lines[min(start + (marker == nil ? 0 : 1), end)..<end]
    let text = kind == .markdown ? content.map(Self.prose(of:)) : Array(content)
    cells.append(
      ScriptCell(
        kind: kind, title: marker?.title, lines: start + 1..<end + 1,
        text: Self.trimmed(text).joined(separator: "\n")))
  }

  /// A marker inside a literal of several lines is text. Three quotes open or close one, comment lines aside.
  private mutating func followStringLiteral(_ line: Substring) {
    guard isInStringLiteral || !line.drop(while: \.isWhitespace).hasPrefix("//") else { return }
    if !line.ranges(of: "\"\"\"").count.isMultiple(of: 2) { isInStringLiteral.toggle() }
  }

  private static func isProse(_ line: Substring) -> Bool {
    let content = line.drop(while: \.isWhitespace)
    return content.isEmpty || content.hasPrefix("//")
  }

  private static func prose(of line: Substring) -> Substring {
    let content = line.drop(while: \.isWhitespace).dropFirst(2)
    return content.first == " " ? content.dropFirst() : content
  }

  private static func trimmed(_ lines: [Substring]) -> ArraySlice<Substring> {
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }), let last = lines.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return lines[first...last]
  }
}
