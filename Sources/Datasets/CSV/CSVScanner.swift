internal import Learning

/// Cuts bytes into the fields of rows, and knows the line and column it is at.
struct CSVScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let name: String
  private var position: Int
  private var line = 1
  private var lineStart: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, name: String) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.name = name
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    lineStart = position
  }

  /// Moves to the next row; false where there is none.
  mutating func startRow() -> Bool {
    while position < bytes.count {
      let content = firstNonBlank(from: position)
      guard content < bytes.count else { return false }
      guard Self.endsLine(bytes[content]) else { return true }
      position = content
      skipLineEnd()
    }
    return false
  }

  /// The next field of the row begun. After one that ends the row comes ``startRow()``.
  mutating func nextField() throws(LearningError) -> CSVField {
    position = firstNonBlank(from: position)
    if position < bytes.count, bytes[position] == ASCII.quote { return try quotedField() }
    return try unquotedField()
  }

  private mutating func unquotedField() throws(LearningError) -> CSVField {
    var field = CSVField(content: position..<position, line: line, column: column)
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      if byte == delimiter || Self.endsLine(byte) { break }
      guard byte != ASCII.quote else {
        throw error(
          line: line, column: end - lineStart + 1,
          "A quote stands inside a field that does not begin with one; put the whole field in quotes and double each "
            + "quote inside it.")
      }
      end += 1
    }
    let start = position
    position = end
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    field.content = start..<end
    field.endsRow = leaveField()
    return field
  }

  private mutating func quotedField() throws(LearningError) -> CSVField {
    var field = CSVField(content: position..<position, line: line, column: column)
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if Self.endsLine(byte) {
        skipLineEnd()
      } else if byte != ASCII.quote {
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == ASCII.quote {
        field.hasDoubledQuotes = true
        position += 2
      } else {
        field.content = start..<position
        position = firstNonBlank(from: position + 1)
        try requireFieldEnd()
        field.endsRow = leaveField()
        return field
      }
    }
    throw error(
      line: field.line, column: field.column,
      "The quote that opens here is never closed; close it, and double each quote inside the field.")
  }

  private func requireFieldEnd() throws(LearningError) {
    guard position < bytes.count, bytes[position] != delimiter, !Self.endsLine(bytes[position]) else { return }
    throw error(
      line: line, column: column,
      "Text follows a closing quote; double each quote inside the field, and put a delimiter after its last.")
  }

  /// Steps over what ends a field; whether the row ends with it.
  private mutating func leaveField() -> Bool {
    if position == bytes.count { return true }
    if bytes[position] == delimiter {
      position += 1
      return false
    }
    skipLineEnd()
    return true
  }

  private mutating func skipLineEnd() {
    let isPair = bytes[position] == ASCII.carriageReturn
      && position + 1 < bytes.count && bytes[position + 1] == ASCII.lineFeed
    position += isPair ? 2 : 1
    line += 1
    lineStart = position
  }

  private var column: Int { position - lineStart + 1 }

  private func firstNonBlank(from start: Int) -> Int {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// Spaces and tabs are blank, unless they are what separates the fields.
  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == ASCII.space || byte == ASCII.tab) && byte != delimiter
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  /// An error at the next byte to be read.
  func errorHere(_ reason: String) -> LearningError { error(line: line, column: column, reason) }

  func error(at field: CSVField, _ reason: String) -> LearningError {
    error(line: field.line, column: field.column, reason)
  }

  private func error(line: Int, column: Int, _ reason: String) -> LearningError {
    .malformedFile(name: name, line: line, column: column, reason: reason)
  }
}
