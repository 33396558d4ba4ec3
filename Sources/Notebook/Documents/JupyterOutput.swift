/// What a cell of a Jupyter notebook shows: a stream of text, or one thing in several formats, of which the reader
/// takes the richest that it can show.
struct JupyterOutput: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case type = "output_type"
    case name, text, data, metadata
  }

  private let type: String
  /// Of a stream only.
  private var name: String?
  private var text: JupyterLines?
  /// Of a display only: formats by their media type.
  private var data: [String: JupyterLines]?
  private var metadata: [String: [String: Int]]?

  init(_ block: Block) {
    let renderer = HTMLRenderer()
    switch block {
    case .text(let text):
      self.init(stream: text)
    case .table(let table):
      self.init(
        text: TableLayout(table).lines(style: TextStyle(isEnabled: false)).joined(separator: "\n"),
        ["text/html": renderer.table(table)])
    case .checks(let checks):
      let lines = checks.map { "\($0.passed ? "ok  " : "FAIL")  \($0.label)  \($0.sentence)" }
      self.init(text: lines.joined(separator: "\n"), ["text/html": renderer.checks(checks)])
    case .note(let note):
      self.init(text: note, ["text/html": renderer.note(note)])
    case .figure(let figure):
      self.init(text: "figure: \(figure.title)", JupyterOutput.formats(of: figure.drawing))
      if let width = figure.drawing?.width { metadata = ["image/png": ["width": width]] }
    }
  }

  private init(stream text: String) {
    type = "stream"
    name = "stdout"
    self.text = JupyterLines(text)
  }

  private init(text: String, _ formats: [String: String]) {
    type = "display_data"
    data = formats.merging(["text/plain": text]) { $1 }.mapValues(JupyterLines.init)
    metadata = [:]
  }

  private static func formats(of drawing: Drawing?) -> [String: String] {
    guard let drawing else { return [:] }
    return ["image/svg+xml": drawing.svg.text, "image/png": drawing.png.base64EncodedString()]
  }
}
