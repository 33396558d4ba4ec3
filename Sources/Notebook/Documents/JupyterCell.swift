/// A cell of a Jupyter notebook.
struct JupyterCell: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case type = "cell_type"
    case executionCount = "execution_count"
    case id, metadata, outputs, source
  }

  private let type: String
  /// Unique in the notebook: letters, digits and hyphens.
  private let id: String
  private let metadata: [String: String]
  private let source: JupyterLines
  /// `nil` for prose, where the format allows neither.
  private let executionCount: Int?
  private let outputs: [JupyterOutput]?

  init(prose: String, id: String) {
    type = "markdown"
    self.id = id
    metadata = [:]
    source = JupyterLines(prose)
    executionCount = nil
    outputs = nil
  }

  init(_ executed: ExecutedCell, id: String, executionCount: Int) {
    type = "code"
    self.id = id
    // Jupytext keeps the title here; Jupyter does not show it, hence the comment.
    metadata = executed.cell.title.map { ["title": $0] } ?? [:]
    let title = executed.cell.title.map { ["// \($0)"] } ?? []
    source = JupyterLines((title + [executed.cell.text]).joined(separator: "\n"))
    self.executionCount = executionCount
    outputs = Block.blocks(of: executed.outputs).map(JupyterOutput.init)
  }
}
