import Foundation

/// An executed notebook in Jupyter's format, version 4.5 (nbformat.readthedocs.io, "The notebook file format").
struct JupyterDocument: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case cells, metadata, nbformat
    case nbformatMinor = "nbformat_minor"
  }

  private let cells: [JupyterCell]
  private let metadata = JupyterMetadata()
  private let nbformat = 4
  private let nbformatMinor = 5

  init(_ notebook: ExecutedNotebook) {
    var codeCount = 0
    var cells: [JupyterCell] = []
    for executed in notebook.cells {
      let id = "cell-\(cells.count + 1)"
      switch executed.cell.kind {
      case .markdown:
        if !executed.cell.text.isEmpty { cells.append(JupyterCell(prose: executed.cell.text, id: id)) }
      case .code:
        guard !executed.cell.text.isEmpty || !executed.outputs.isEmpty else { continue }
        codeCount += 1
        cells.append(JupyterCell(executed, id: id, executionCount: codeCount))
      }
    }
    cells.append(JupyterCell(
        prose: MarkdownRenderer.blocks(of: notebook.summary).joined(separator: "\n\n"), id: "summary"))
    self.cells = cells
  }

  /// The file: sorted and spaced as Jupyter writes it, so that differences between versions stay small.
  var data: Data {
    get throws(NotebookError) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      do {
        return try encoder.encode(self) + Data("\n".utf8)
      } catch {
        throw .cannotEncode(reason: "\(error)")
      }
    }
  }
}
