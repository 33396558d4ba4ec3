import Foundation

/// A folder for files that are written whole. It is made when it is missing; what else it holds stays.
struct WholeFolder: Sendable {
  /// As the user gave it.
  let path: String
  let url: URL

  /// Takes a path relative to the working directory, and throws when files could not be written there.
  init(_ path: String) throws(NotebookError) {
    self.path = path
    url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var status = stat()
    if path.isEmpty {
      throw .cannotWrite(path: path, reason: "the name is empty")
    }
    let exists = stat(url.path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFDIR {
      throw .cannotWrite(path: path, reason: "it exists and is not a folder")
    }
    guard access(exists ? url.path : url.deletingLastPathComponent().path, W_OK) == 0 else {
      throw .cannotWrite(path: path, reason: SystemError.current)
    }
  }

  /// The path of a file in it, as the user would give it.
  func path(of name: String) -> String {
    (path as NSString).appendingPathComponent(name)
  }

  /// Makes the folder where it is missing, and returns whether it did.
  func make() throws(NotebookError) -> Bool {
    if mkdir(url.path, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw .cannotWrite(path: path, reason: SystemError.current) }
    return false
  }
}
