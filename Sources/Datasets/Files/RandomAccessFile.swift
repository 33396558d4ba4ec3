internal import Learning

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A regular file open for reading at any place, by several threads at once if need be.
///
/// It is read and not mapped into memory: copying from a mapping was no faster, and a file that shrinks while it is
/// mapped ends the program, where a read can be refused.
struct RandomAccessFile: ~Copyable, Sendable {
  let path: String
  /// In bytes, when the file was opened.
  let size: Int
  private let descriptor: FileDescriptor

  /// One call for hundreds of megabytes was up to three times slower than many for one: the memory that the system
  /// prepares for the copy is then no longer in cache when it is filled.
  private static let longestRead = 1 << 20

  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where the file cannot be opened or is not a regular one.
  init(path: String) throws(LearningError) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = try FileDescriptor(path: path, flags: O_RDONLY | O_NONBLOCK)
    guard let status = descriptor.status else { throw FileDescriptor.failure("examined", path: path) }
    guard status.isRegularFile else {
      throw .fileAccess(
        path: path, reason: "This is not a regular file, and only those can be read at any place; copy it into one.")
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  /// The bytes of a range.
  ///
  /// - Throws: as ``read(into:at:)``.
  func bytes(_ range: Range<Int>) throws(LearningError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    try bytes.withUnsafeMutableBufferPointer { buffer throws(LearningError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
    }
    return bytes
  }

  /// Fills `buffer` with the bytes from `offset` on.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where the system fails or the file ends before.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(LearningError) {
    var filled = 0
    while filled < buffer.count {
      let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = pread(descriptor.number, free.baseAddress, min(free.count, Self.longestRead), off_t(offset + filled))
      if count < 0 {
        if errno == EINTR { continue }
        throw FileDescriptor.failure("read", path: path)
      }
      guard count > 0 else {
        throw .fileAccess(
          path: path,
          reason: "The file now ends after \(offset + filled) bytes, but had \(size) when it was opened; "
            + "open it again when whatever writes to it has finished.")
      }
      filled += count
    }
  }
}
