import Foundation

/// A file that is written whole or not at all: to a temporary file beside it, which then takes its place.
struct WholeFile: Sendable {
  /// As the user gave it.
  let path: String
  /// Absolute and without symbolic links, so that neither a change of the working directory nor a link misleads it.
  private let url: URL

  /// Takes a path relative to the working directory, and throws when a file could not be written there.
  init(_ path: String) throws(NotebookError) {
    self.path = path
    url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    try checkTarget()
  }

  func write(_ text: String) throws(NotebookError) {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).tmp").path
    let number = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard number >= 0 else { throw systemFailure() }
    guard FileDescriptor(number).write(text), fsync(number) == 0 else {
      let failure = systemFailure()
      close(number)
      unlink(temporary)
      throw failure
    }
    guard close(number) == 0, rename(temporary, url.path) == 0 else {
      let failure = systemFailure()
      unlink(temporary)
      throw failure
    }
  }

  /// A device or a folder is refused, because the new file would take its place.
  private func checkTarget() throws(NotebookError) {
    var status = stat()
    if path.isEmpty {
      throw .cannotWrite(path: path, reason: "the name is empty")
    }
    if stat(url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .cannotWrite(path: path, reason: "it exists and is not a regular file")
    }
    guard access(url.deletingLastPathComponent().path, W_OK) == 0 else { throw systemFailure() }
  }

  private func systemFailure() -> NotebookError {
    .cannotWrite(path: path, reason: SystemError.current)
  }
}
