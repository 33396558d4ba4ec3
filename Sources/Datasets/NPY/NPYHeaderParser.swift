internal import Learning

/// Reads the text of a header: a literal of a Python dictionary with just the keys `descr`, `fortran_order` and
/// `shape`.
///
/// Only what describes a plain array is read; nothing is evaluated.
struct NPYHeaderParser {
  private let bytes: [UInt8]
  /// Where the text begins in the file.
  private let offset: Int
  private let name: String
  private var position = 0

  private var element: (type: NPYFile.ElementType, isByteSwapped: Bool)?
  private var isColumnMajor: Bool?
  private var shape: [Int]?
  private var shapePosition = 0

  init(_ bytes: [UInt8], offset: Int, name: String) {
    self.bytes = bytes
    self.offset = offset
    self.name = name
  }

  /// The whole text; the place of the data is left open.
  mutating func parse() throws(LearningError) -> NPYHeader {
    try require("{", "The header must be a dictionary in braces")
    while !skip("}") {
      try parseEntry()
      if !skip(",") {
        try require("}", "A comma or the closing brace is missing")
        break
      }
    }
    skipBlanks()
    guard position == bytes.count else { throw error(at: position, "Something follows the dictionary", saveAgain) }
    guard let element else { throw missing("descr") }
    guard let isColumnMajor else { throw missing("fortran_order") }
    guard let shape else { throw missing("shape") }
    try checkShape(shape, elementSize: element.type.byteCount)
    return NPYHeader(
      shape: shape, elementType: element.type, isByteSwapped: element.isByteSwapped, isColumnMajor: isColumnMajor)
  }

  private mutating func parseEntry() throws(LearningError) {
    skipBlanks()
    let start = position
    let key = try parseString("A key in quotes must stand here")
    try require(":", "A colon must follow the key")
    skipBlanks()
    switch key {
    case "descr" where element == nil: element = try parseType()
    case "fortran_order" where isColumnMajor == nil: isColumnMajor = try parseBool()
    case "shape" where shape == nil:
      shapePosition = position
      shape = try parseShape()
    case "descr", "fortran_order", "shape": throw error(at: start, "The key “\(key)” stands here again", saveAgain)
    default:
      throw error(
        at: start, "The key “\(key.excerpt)” is unknown; a header has descr, fortran_order and shape", saveAgain)
    }
  }
}

// MARK: The values

extension NPYHeaderParser {
  private mutating func parseType() throws(LearningError) -> (type: NPYFile.ElementType, isByteSwapped: Bool) {
    let start = position
    if position < bytes.count, [UInt8(ascii: "["), UInt8(ascii: "(")].contains(bytes[position]) {
      throw error(
        at: start, "The elements are records of several fields; save the fields that are numbers as one plain array")
    }
    let text = try parseString("The type of the elements must be a text in quotes, such as '<f8'")
    let body = text.first.map { "<>|=".contains($0) } == true ? text.dropFirst() : text[...]
    if body.hasPrefix("O") {
      throw error(
        at: start,
        "The elements are pickled Python objects, and pickles are never executed here; convert the array to numbers "
          + "with astype('f8') and save it again")
    }
    guard let type = NPYFile.ElementType(rawValue: String(body)) else {
      let known = NPYFile.ElementType.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(
        at: start,
        "The elements are of type “\(text.excerpt)”, and \(known) are read; convert the array with astype('f8') and "
          + "save it again")
    }
    // One byte has no order, and without a sign, or with = or |, it is that of the machine.
    let sign = text.first ?? "|"
    return (type, type.byteCount > 1 && "<>".contains(sign) && sign != NPYHeader.nativeByteOrder)
  }

  private mutating func parseBool() throws(LearningError) -> Bool {
    for (word, value) in [("True", true), ("False", false)] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw error(at: position, "The value of fortran_order must be True or False", saveAgain)
  }

  private mutating func parseShape() throws(LearningError) -> [Int] {
    try require("(", "The shape must be a tuple in parentheses")
    var lengths: [Int] = []
    var hasComma = false
    while !skip(")") {
      lengths.append(try parseLength())
      if !skip(",") {
        try require(")", "A comma or the closing parenthesis is missing")
        break
      }
      hasComma = true
    }
    guard lengths.count != 1 || hasComma else {
      throw error(
        at: shapePosition, "The shape (\(lengths[0])) is no tuple, which would be (\(lengths[0]),)", saveAgain)
    }
    return lengths
  }

  private mutating func parseLength() throws(LearningError) -> Int {
    skipBlanks()
    let start = position
    if position < bytes.count, bytes[position] == ASCII.minus {
      throw error(at: start, "A length in the shape is negative", saveAgain)
    }
    var length = 0
    while position < bytes.count {
      let digit = bytes[position] &- ASCII.zero
      guard digit < 10 else { break }
      let (tens, tensOverflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = tens.addingReportingOverflow(Int(digit))
      guard !tensOverflow, !sumOverflow else { throw tooLarge(at: start) }
      length = sum
      position += 1
    }
    guard position == start + 1 || position > start && bytes[start] != ASCII.zero else {
      throw error(at: start, "A length in the shape must be a whole number without leading zeros", saveAgain)
    }
    return length
  }

  private func checkShape(_ shape: [Int], elementSize: Int) throws(LearningError) {
    guard shape.count == 1 || shape.count == 2 else {
      let lengths = shape.map(String.init).joined(separator: ", ").excerpt
      throw error(
        at: shapePosition,
        "The array has \(shape.count) dimensions, (\(lengths)), and a table has one or two; "
          + (shape.isEmpty ? "save it with reshape(1)" : "save it with reshape(len(x), -1)"))
    }
    // A length of zero does not excuse another that is no possible one: NumPy holds to the same.
    var size = elementSize
    for length in shape where length > 0 {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      // In the matrix each element has the size of a Double.
      guard !overflow, product <= Int.max / MemoryLayout<Double>.size else { throw tooLarge(at: shapePosition) }
      size = product
    }
  }

  /// A text in single or double quotes, of ASCII without escapes, as all names and types of numbers are.
  private mutating func parseString(_ expectation: String) throws(LearningError) -> String {
    let start = position
    guard position < bytes.count, [ASCII.quote, UInt8(ascii: "'")].contains(bytes[position]) else {
      throw error(at: start, expectation, saveAgain)
    }
    guard let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) else {
      throw error(at: start, "The quote that opens here is never closed", saveAgain)
    }
    position = end + 1
    return String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
  }
}

// MARK: The bytes

extension NPYHeaderParser {
  private var saveAgain: String { "save the array again with numpy.save" }

  private mutating func skipBlanks() {
    let blanks = [ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn]
    while position < bytes.count, blanks.contains(bytes[position]) {
      position += 1
    }
  }

  /// Steps over a character, and blanks before it; whether it is there.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func require(_ character: Unicode.Scalar, _ expectation: String) throws(LearningError) {
    guard skip(character) else { throw error(at: position, expectation, saveAgain) }
  }

  private func missing(_ key: String) -> LearningError {
    error(at: 0, "The header does not say “\(key)”", saveAgain)
  }

  private func tooLarge(at position: Int) -> LearningError {
    error(at: position, "The shape is larger than any memory, so the header is damaged", saveAgain)
  }

  /// The parts of the reason become one sentence.
  private func error(at position: Int, _ reason: String...) -> LearningError {
    NPYHeader.error(name, at: offset + position, reason.joined(separator: "; ") + ".")
  }
}
