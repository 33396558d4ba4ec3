import Foundation

/// A file that is written whole or not at all: to a temporary file beside it, which then takes its place.
struct WholeFile: Sendable {
  /// As the user gave it.
  let path: String
  /// Absolute and without symbolic links, so that neither a change of the working directory nor a link misleads it.
  let url: URL

  /// Takes a path relative to the working directory, and throws when a file could not be written there.
  init(_ path: String) throws(NotebookError) {
    self.path = path
    url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    try checkTarget()
  }

  /// Writes the temporary file.
  func stage(_ data: Data) throws(NotebookError) -> StagedFile {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).tmp").path
    let number = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard number >= 0 else { throw systemFailure() }
    let staged = StagedFile(temporaryPath: temporary, target: self)
    guard FileDescriptor(number).write([UInt8](data)), fsync(number) == 0 else {
      let failure = systemFailure()
      close(number)
      staged.discard()
      throw failure
    }
    guard close(number) == 0 else {
      let failure = systemFailure()
      staged.discard()
      throw failure
    }
    return staged
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

  func systemFailure() -> NotebookError {
    .cannotWrite(path: path, reason: SystemError.current)
  }
}
