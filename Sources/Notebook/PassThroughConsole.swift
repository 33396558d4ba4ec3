import Foundation

/// Standard output shared with the script: what it prints goes straight to the user, in the order of time.
struct PassThroughConsole: Console {
  var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  func write(_ text: String) {
    // Through the same buffer that `print` fills, and out at once: work may follow that takes long.
    print(text, terminator: "")
    fflush(nil)
  }

  func takePrinted() -> String { "" }
}
