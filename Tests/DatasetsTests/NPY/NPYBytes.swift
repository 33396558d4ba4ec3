import Foundation
import Learning
import TestSupport

/// A file of the format with any header and data.
func npyBytes(_ header: String, version: UInt8 = 1, data: [UInt8] = []) -> [UInt8] {
  let count = UInt32(header.utf8.count)
  let length = version == 1 ? bytes(UInt16(count).littleEndian) : bytes(count.littleEndian)
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
}

/// The bytes of a number as they stand in memory.
func bytes<Number: BitwiseCopyable>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number) { Array($0) }
}

/// The error that `body` throws, if any.
func learningError(of body: () throws(LearningError) -> Void) -> LearningError? {
  do { try body() } catch { return error }
  return nil
}

/// The reason of an error of access, if it is one.
func accessReason(of body: () throws(LearningError) -> Void) -> String? {
  if case .fileAccess(_, let reason) = learningError(of: body) { reason } else { nil }
}

extension TemporaryFolder {
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file into the folder and returns its path.
  func write(_ bytes: [UInt8], to name: String = "x.npy") throws -> String {
    try Data(bytes).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: url.appendingPathComponent(name)))
  }

  var fileNames: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
