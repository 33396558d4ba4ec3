import Foundation

/// An open file of the system.
struct FileDescriptor: Sendable {
  private let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  /// Writes the whole text, or returns `false` with the reason in `errno`.
  func write(_ text: String) -> Bool {
    write(Array(text.utf8))
  }

  /// Writes all of the bytes, or returns `false` with the reason in `errno`.
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
