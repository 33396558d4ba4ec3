@testable import Notebook

/// A session over a source in memory, driven line by line.
struct Stage {
  static let path = "/example/main.swift"

  let console = RecordingConsole()
  let session: Session

  init(_ source: String?, spoiling label: String? = nil) {
    session = Session(
      name: "stage", script: Script(path: Stage.path, source: source), console: console, style: .plain,
      spoiledLabels: label.map { [$0] } ?? [])
  }

  func show(_ text: String, line: Int, file: String = Stage.path) {
    session.record(.text(text), at: CallSite(function: "show", filePath: file, line: line))
  }

  func check(_ label: String, _ comparison: Comparison, line: Int) {
    session.record(
      label: label, name: "value", comparison, at: CallSite(function: "check", filePath: Stage.path, line: line))
  }
}

extension TextStyle {
  static let plain = TextStyle(isEnabled: false)
}
