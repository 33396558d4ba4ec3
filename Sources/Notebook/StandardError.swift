import Foundation

enum StandardError {
  /// Writes a line to standard error.
  static func write(_ line: String) {
    // There is nowhere left to say that this failed.
    _ = FileDescriptor(STDERR_FILENO).write(line + "\n")
  }
}
