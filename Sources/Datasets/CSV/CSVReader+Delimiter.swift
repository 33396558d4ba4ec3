internal import Learning

extension CSVReader {
  /// The delimiter as the byte it is in a file.
  func delimiterByte() throws(LearningError) -> UInt8 {
    guard let byte = delimiter.asciiValue, !delimiter.isNewline, !delimiter.isLetter, !delimiter.isNumber,
      byte >= ASCII.space || byte == ASCII.tab,
      ![ASCII.quote, ASCII.plus, ASCII.minus, ASCII.point].contains(byte)
    else {
      throw .invalidOption(
        name: "delimiter", value: "“\(delimiter)”",
        allowed: "one ASCII character that numbers do not hold, such as a comma, a semicolon or a tab")
    }
    return byte
  }
}
