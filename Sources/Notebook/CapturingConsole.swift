import Foundation

/// Standard output led into a file without a name, from where the notebook takes what the script printed.
///
/// A file rather than a pipe: a pipe that nobody reads while the script works would block it when it is full.
struct CapturingConsole: Console {
  /// Standard output as it was.
  private let terminal: Int32
  /// Reads the file from its own position, behind the writer.
  private let reader: Int32

  /// Redirects standard output of the whole process.
  init() throws(NotebookError) {
    fflush(nil)
    var path = Array((NSTemporaryDirectory() + "/notebook-XXXXXX").utf8CString)
    let writer = mkstemp(&path)
    guard writer >= 0 else { throw .cannotCapture(reason: SystemError.current) }
    reader = open(path, O_RDONLY)
    terminal = dup(STDOUT_FILENO)
    unlink(path)
    guard reader >= 0, terminal >= 0, dup2(writer, STDOUT_FILENO) >= 0 else {
      throw .cannotCapture(reason: SystemError.current)
    }
    close(writer)
  }

  var isTerminal: Bool { isatty(terminal) == 1 }

  func write(_ text: String) {
    // A terminal that cannot be written to is no reason to lose the file.
    _ = FileDescriptor(terminal).write(text)
  }

  func takePrinted() -> String {
    fflush(nil)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(reader, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}
