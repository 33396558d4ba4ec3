/// A notebook that has run: what a renderer turns into a document.
struct ExecutedNotebook: Sendable, Equatable {
  let cells: [ExecutedCell]
  let summary: Summary
}
