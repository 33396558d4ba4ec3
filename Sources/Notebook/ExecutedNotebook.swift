/// A notebook that has run: what a renderer turns into a document.
struct ExecutedNotebook: Sendable, Equatable {
  let cells: [ExecutedCell]
  let summary: Summary

  var figures: [ShownFigure] {
    cells.flatMap(\.outputs).compactMap { output in
      if case .figure(let figure) = output { figure } else { nil }
    }
  }

  /// The first heading of the prose, or the notebook's name.
  var title: String {
    let prose = cells.lazy.map(\.cell).filter { $0.kind == .markdown }
    let heading = prose.compactMap { $0.text.firstMatch(of: #/(?m)^#\s+(.+?)\s*#*$/#)?.output.1 }.first
    return heading.map(String.init) ?? summary.name
  }
}
