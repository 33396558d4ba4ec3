internal import Learning

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The contents of files, without Foundation.
enum FileBytes {
  /// All bytes of a file.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` with the system's own reason.
  static func contents(ofPath path: String) throws(LearningError) -> [UInt8] {
    let file = try FileDescriptor(path: path, flags: O_RDONLY)
    // A file may grow meanwhile: its size is only where to begin. The byte more lets a file of just that size end
    // without a second buffer.
    var bytes = [UInt8](repeating: 0, count: max(regularSize(file), 65_536) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return read(file.number, free.baseAddress, free.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileDescriptor.failure("read", path: path)
      }
      if count == 0 { break }
      filled += count
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: filled) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The size of a regular file; 0 for a pipe, and for a directory, whose size means nothing.
  private static func regularSize(_ file: borrowing FileDescriptor) -> Int {
    guard let status = file.status, status.isRegularFile else { return 0 }
    return Int(status.st_size)
  }
}
