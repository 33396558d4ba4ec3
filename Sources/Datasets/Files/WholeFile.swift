internal import Learning

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written whole or not at all: into a temporary file beside it, which takes its place in the end.
///
/// Where that never happens the temporary file is removed when this value goes.
struct WholeFile: ~Copyable {
  /// As the user gave it.
  private let path: String
  /// What the temporary file replaces: the path, or what it links to.
  private let target: String
  private let temporary: String
  private let descriptor: FileDescriptor
  private var isInPlace = false

  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where no file can be written there.
  init(path: String) throws(LearningError) {
    self.path = path
    target = Self.resolvingLinks(path)
    temporary = Self.temporaryPath(beside: target)
    var status = stat()
    let exists = stat(target, &status) == 0
    // A device or a folder would be replaced by the new file.
    if exists, !status.isRegularFile {
      throw .fileAccess(path: path, reason: "It exists and is not a regular file; give another name.")
    }
    let permissions = exists ? status.st_mode & 0o777 : 0o666
    descriptor = try FileDescriptor(
      path: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, permissions: permissions, name: path)
  }

  deinit {
    if !isInPlace { unlink(temporary) }
  }

  /// Writes bytes from `offset` on.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` with the system's own reason.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(LearningError) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = pwrite(descriptor.number, rest.baseAddress, rest.count, off_t(offset + written))
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FileDescriptor.failure("written", path: path)
      }
    }
  }

  /// Puts the file in its place, with everything that was written to it.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` with the system's own reason.
  mutating func putInPlace() throws(LearningError) {
    guard fsync(descriptor.number) == 0, rename(temporary, target) == 0 else {
      throw FileDescriptor.failure("written", path: path)
    }
    isInPlace = true
  }

  private static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Hidden, in the same folder, and of a name that no other writer has.
  private static func temporaryPath(beside path: String) -> String {
    let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(path[..<nameStart]).\(path[nameStart...]).\(suffix).tmp"
  }
}
