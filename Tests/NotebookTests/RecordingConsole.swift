import Synchronization

@testable import Notebook

/// A console in memory: keeps what the notebook writes, and hands over what a test prints in the script's place.
final class RecordingConsole: Console {
  private let state = Mutex<(written: String, printed: String)>(("", ""))

  let isTerminal = false

  var written: String { state.withLock { $0.written } }

  func printAsScript(_ text: String) {
    state.withLock { $0.printed += text }
  }

  func write(_ text: String) {
    state.withLock { $0.written += text }
  }

  func takePrinted() -> String {
    state.withLock { state in
      defer { state.printed = "" }
      return state.printed
    }
  }
}
