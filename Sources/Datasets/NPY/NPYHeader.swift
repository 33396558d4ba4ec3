internal import Learning

/// What stands before the array in a file.
///
///     \x93NUMPY  major  minor  length of the text  {'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }  \n
///
/// The length has two bytes in version 1.0 and four in 2.0 and 3.0, little-endian.
struct NPYHeader: Equatable {
  var shape: [Int]
  var elementType: NPYFile.ElementType
  /// Whether the bytes of an element are in the order that this machine does not use.
  var isByteSwapped: Bool
  var isColumnMajor: Bool
  /// Where the elements begin, in bytes from the start of the file.
  var dataOffset: Int

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// NumPy's own limit; the header of a plain array has about a hundred bytes.
  private static let longestText = 10_000

  /// Reads and checks the header, and that the array fills the rest of the file.
  init(of file: borrowing RandomAccessFile) throws(LearningError) {
    let text = try Self.textRange(of: file)
    var parser = NPYHeaderParser(try file.bytes(text), offset: text.lowerBound, name: file.path)
    self = try parser.parse()
    dataOffset = text.upperBound
    try checkSize(of: file)
  }

  init(
    shape: [Int], elementType: NPYFile.ElementType, isByteSwapped: Bool = false, isColumnMajor: Bool,
    dataOffset: Int = 0
  ) {
    self.shape = shape
    self.elementType = elementType
    self.isByteSwapped = isByteSwapped
    self.isColumnMajor = isColumnMajor
    self.dataOffset = dataOffset
  }

  /// Where the text of the header stands.
  private static func textRange(of file: borrowing RandomAccessFile) throws(LearningError) -> Range<Int> {
    let start = try file.bytes(0..<min(file.size, 12))
    guard start.starts(with: magic) else {
      throw error(
        file.path, at: 0,
        "This is not an NPY file, which begins with the byte 93 (hexadecimal) and “NUMPY”; write it with numpy.save.")
    }
    guard start.count >= 10 else { throw cutShort(file.path, at: start.count) }
    let (major, minor) = (start[6], start[7])
    guard 1...3 ~= major, minor == 0 else {
      throw error(
        file.path, at: 6,
        "The file is of version \(major).\(minor) of the format, and 1.0, 2.0 and 3.0 are known; "
          + "save the array again with a current NumPy.")
    }
    let end = major == 1 ? 10 : 12
    guard start.count >= end else { throw cutShort(file.path, at: start.count) }
    let length = start[8..<end].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= file.size - end else {
      throw error(
        file.path, at: 8,
        "The header is said to have \(length) bytes, and \(file.size - end) follow; the file was cut short or damaged: "
          + "save it again.")
    }
    guard length <= longestText else {
      throw error(
        file.path, at: 8,
        "The header has \(length) bytes, and that of a table of numbers at most \(longestText); "
          + "save the columns as one plain array.")
    }
    return end..<end + length
  }

  private func checkSize(of file: borrowing RandomAccessFile) throws(LearningError) {
    let needed = shape.reduce(elementType.byteCount, *)
    let found = file.size - dataOffset
    if found < needed {
      throw Self.error(
        file.path, at: file.size,
        "The array needs \(needed) bytes and the file has \(found) for it; it was cut short: copy or save it again.")
    }
    if found > needed {
      throw Self.error(
        file.path, at: dataOffset + needed,
        "The array ends here and \(found - needed) more bytes follow; save one array in a file.")
    }
  }

  private static func cutShort(_ name: String, at offset: Int) -> LearningError {
    error(name, at: offset, "The file ends inside its header; it was cut short: copy or save it again.")
  }

  static func error(_ name: String, at offset: Int, _ reason: String) -> LearningError {
    .malformedFile(name: name, line: 1, column: offset + 1, reason: reason)
  }
}
