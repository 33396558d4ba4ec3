internal import Learning

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open file of the system, closed when this value goes.
struct FileDescriptor: ~Copyable, Sendable {
  let number: Int32

  /// Opens a file with the flags and, for a new one, the permissions of `open`; an error calls it `name`, or else its
  /// path.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` with the system's own reason.
  init(path: String, flags: Int32, permissions: mode_t = 0, name: String? = nil) throws(LearningError) {
    number = open(path, flags | O_CLOEXEC, permissions)
    guard number >= 0 else {
      throw Self.failure(flags & O_CREAT == 0 ? "opened" : "written", path: name ?? path)
    }
  }

  deinit {
    if number >= 0 { close(number) }
  }

  /// What kind of file it is, its size and its permissions; nil where the system does not tell.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// The error for the system call that has just failed.
  static func failure(_ participle: String, path: String) -> LearningError {
    .fileAccess(path: path, reason: "The file cannot be \(participle): \(String(cString: strerror(errno))).")
  }
}

extension stat {
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}
